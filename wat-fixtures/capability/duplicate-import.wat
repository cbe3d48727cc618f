;;! title    = "a function imported twice is the same capability twice"
;;! level    = "must"
;;! spec     = "core 3.0, syntax/modules Imports: names need not be unique"
;;! evidence = ["V8 reads an import object once for each import, in order"]
;;! row      = "cap.import.duplicate-ok"
;;! grants   = ["host-function:add"]
;;!
;;! [[step]]
;;! call   = "run"
;;! expect = { returned = ["i32:42"] }
(module
  (import "sandproof:test" "add" (func $first (param i32 i32) (result i32)))
  (import "sandproof:test" "add" (func $second (param i32 i32) (result i32)))
  (func (export "run") (result i32)
    (call $second (call $first (i32.const 20) (i32.const 2)) (i32.const 20))))
