(module (import "library" "table" (table 1 externref)))
