(module
  (import "metered" "sandproof:start" (func $start))
  (func (export "run") (call $start)))
