;;! title    = "every import is checked against its own type, also where the name was imported rightly before"
;;! level    = "must"
;;! spec     = "core 3.0, valid/matching Functions; syntax/modules Imports: names need not be unique"
;;! evidence = ["V8 reads an import object once for each import, in order"]
;;! row      = "cap.import.type-mismatch"
;;! grants   = ["host-function:add"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "link" }
(module
  (import "sandproof:test" "add" (func $right (param i32 i32) (result i32)))
  (import "sandproof:test" "add" (func $wrong (param i64 i64) (result i64)))
  (func (export "run") (result i64)
    (drop (call $right (i32.const 1) (i32.const 2)))
    (call $wrong (i64.const 1) (i64.const 2))))
