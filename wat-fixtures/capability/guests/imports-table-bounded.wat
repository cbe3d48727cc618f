(module (import "library" "table" (table 1 3 funcref)))
