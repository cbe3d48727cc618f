;;! title    = "cancelling a call twice is cancelling it once"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a request to stop that comes too often does no harm"
;;! evidence = ["extism #557", "wasmtime #4342"]
;;! row      = "cpu.cancel.idempotent-and-late"
;;! check    = "answered-promptly"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! parallel = [
;;!   { call = "spin", expect = { cancelled = true } },
;;!   { cancel = "main" },
;;!   { cancel = "main", expect = { any = [{ done = true }, { rejected = "call", reason = ["closed", "unknown-handle"] }] } },
;;! ]
;;! [[step]]
;;! cancel = "main"
;;! expect = { any = [{ done = true }, { rejected = "call", reason = ["closed", "unknown-handle"] }] }
;;! [[step]]
;;! instantiate = "main"
;;! as          = "next"
;;! [[step]]
;;! call   = "answer"
;;! on     = "next"
;;! expect = { returned = ["i32:42"] }
(module
  (func (export "answer") (result i32) (i32.const 42))
  (func (export "spin")
    (loop $again (br_if $again (i32.const 1)))))
