(module (import "sandproof:test" "add" (global i32)))
