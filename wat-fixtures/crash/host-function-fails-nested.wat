;;! title    = "a host function that fails inside a callback unwinds the guests and host frames around it"
;;! level    = "must"
;;! spec     = "docs/protocol.md, test functions fail and call-back"
;;! evidence = ["wazero testTwoIndirection 'host panic (recovered by wazero)'"]
;;! row      = "crash.host.import-throws"
;;! grants   = ["host-function:fail", "host-function:call-back"]
;;! [[step]]
;;! call   = "run"
;;! expect = { trapped = "host-function" }
(module
  (import "sandproof:test" "fail" (func $fail))
  (import "sandproof:test" "call-back" (func $call_back (param i32) (result i32)))
  (func (export "callback") (param $left i32) (result i32)
    (if (local.get $left)
      (then (return (call $call_back (i32.sub (local.get $left) (i32.const 1))))))
    (call $fail)
    (i32.const 0))
  (func (export "run") (drop (call $call_back (i32.const 3)))))
