(module
  (import "sandproof:test" "close-self" (func $close-self))
  (func (export "close") (call $close-self))
  (func (export "harmless")))
