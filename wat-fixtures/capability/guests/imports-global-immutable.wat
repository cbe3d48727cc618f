(module (import "globals" "variable" (global i32)))
