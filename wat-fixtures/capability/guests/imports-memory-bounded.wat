(module (import "library" "memory" (memory 1 3)))
