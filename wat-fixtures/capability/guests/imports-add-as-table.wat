(module (import "sandproof:test" "add" (table 1 funcref)))
