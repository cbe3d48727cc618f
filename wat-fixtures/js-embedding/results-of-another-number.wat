;;! title    = "one value where a host function should return two does not reach the guest, in part either"
;;! level    = "must"
;;! spec     = "JS-API, run a host function: the values are iterated, and their number must be right; docs/protocol.md, wrong-results"
;;! evidence = ["Node 20", "ziggy42/epsilon #61"]
;;! row      = "js.value.multi-value-iterable"
;;! requires = ["multi-value"]
;;! grants   = ["host-function:wrong-results"]
;;!
;;! [[step]]
;;! call   = "run"
;;! expect = { trapped = "host-function" }

(module
  (import "sandproof:test" "wrong-results" (func $wrong (result i32 i32)))
  (func (export "run") (result i32)
    (drop (call $wrong))))
