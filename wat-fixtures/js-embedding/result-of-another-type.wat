;;! title    = "a text where a host function should return a number does not reach the guest as one"
;;! level    = "should"
;;! spec     = "JS-API, ToWebAssemblyValue; docs/protocol.md, wrong-result"
;;! evidence = ["Node 20: undefined becomes 0, \"0x10\" 16, 1e300 0"]
;;! row      = "js.value.to-wasm-coercion"
;;! grants   = ["host-function:wrong-result"]
;;!
;;! [[step]]
;;! call   = "run"
;;! expect = { trapped = "host-function" }

(module
  (import "sandproof:test" "wrong-result" (func $wrong (result i32)))
  (func (export "run") (result i32)
    (call $wrong)))
