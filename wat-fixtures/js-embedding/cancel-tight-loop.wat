;;! title    = "a loop without calls and without memory can be cancelled"
;;! level    = "must"
;;! spec     = "docs/protocol.md, cancel; owed to every user of a sandbox: every guest ends"
;;! evidence = ["bun #36356: terminate is not noticed by a loop of pure wasm", "Node 20: 8 ms"]
;;! row      = "js.worker.terminate-wasm-loop"
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! parallel = [
;;!   { call = "spin", expect = { cancelled = true } },
;;!   { cancel = "main" },
;;! ]
;;!
;;! [[step]]
;;! call   = "seven"
;;! expect = { rejected = "call", reason = ["closed", "unknown-handle"] }

(module
  (func (export "spin")
    (loop $again (br $again)))
  (func (export "seven") (result i32)
    (i32.const 7)))
