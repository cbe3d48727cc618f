;;! title    = "a guest whose callback takes a vector is refused by a host that calls it with an integer"
;;! level    = "must"
;;! spec     = "docs/protocol.md, call-back; core 3.0, appendix/embedding func_invoke: arguments that do not match are an error"
;;! evidence = ["wasmtime c-api: wasm_valtype_kind ends the process for v128 and typed references"]
;;! row      = "crash.host.import-throws"
;;! requires = ["simd"]
;;! grants   = ["host-function:call-back"]
;;! [[step]]
;;! call   = "begin"
;;! expect = { trapped = "host-function" }
(module
  (import "sandproof:test" "call-back" (func $call_back (param i32) (result i32)))
  (func (export "callback") (param v128) (result i32) (i32.const 1))
  (func (export "begin") (drop (call $call_back (i32.const 0)))))
