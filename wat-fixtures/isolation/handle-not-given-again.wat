;;! title    = "the handle of a dropped sandbox leads to no sandbox that was made after it"
;;! level    = "must"
;;! spec     = "docs/protocol.md, outcome: after drop a call is rejected as closed or unknown-handle"
;;! evidence = ["component-model: handle tables are per component instance"]
;;! row      = "cap.handle.per-instance"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "old"
;;!
;;! [[step]]
;;! drop = "old"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "new"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "newer"
;;!
;;! [[step]]
;;! call   = "count"
;;! on     = "old"
;;! expect = { rejected = "call", reason = ["closed", "unknown-handle"] }
;;!
;;! [[step]]
;;! call   = "count"
;;! on     = "new"
;;! expect = { returned = ["i32:1"] }
(module
  (global $count (mut i32) (i32.const 0))
  (func (export "count") (result i32)
    (global.set $count (i32.add (global.get $count) (i32.const 1)))
    (global.get $count)))
