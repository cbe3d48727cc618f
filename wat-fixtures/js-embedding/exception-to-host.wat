;;! title    = "an exception of the guest's that nobody catches is told as one, and the sandbox goes on"
;;! level    = "should"
;;! spec     = "JS-API, Exception; docs/protocol.md, threw"
;;! evidence = ["wasmtime exception_escape_to_host", "Node 20: the exception is an object of the engine's"]
;;! row      = "js.exception.foreign-tag"
;;! requires = ["exceptions", "reference-types", "bulk-memory"]
;;! grants   = ["host-function:make-ref"]
;;!
;;! [[step]]
;;! call   = "throw"
;;! args   = ["i32:5"]
;;! expect = { threw = true }
;;!
;;! [[step]]
;;! call   = "seven"
;;! expect = { any = [
;;!   { returned = ["i32:7"], when = { afterTrap = "usable" } },
;;!   { rejected = "call", reason = "poisoned", when = { afterTrap = "poisoned" } },
;;! ] }

(module
  (import "sandproof:test" "make-ref" (func $make (param i32) (result externref)))
  (tag $private (param i32 externref))
  (func (export "throw") (param i32)
    (throw $private (local.get 0) (call $make (local.get 0))))
  (func (export "seven") (result i32)
    (i32.const 7)))
