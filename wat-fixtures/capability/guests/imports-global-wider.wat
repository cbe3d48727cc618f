(module (import "globals" "fixed" (global i64)))
