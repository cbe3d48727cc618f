;;! title    = "call_indirect through a table entry that nobody set traps"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions call_indirect"
;;! evidence = ["wazero: 'invalid table access'", "V8: 'null function or function signature mismatch'"]
;;! row      = "crash.trap.indirect-null"
;;! [[step]]
;;! call   = "run"
;;! expect = { trapped = "uninitialized-element" }
;; The entry stands between two that are set, and its type would be that of the first function and of the first type:
;; what an entry of zeros could be taken for.
(module
  (type $first (func))
  (func $function (type $first))
  (table 3 3 funcref)
  (elem (i32.const 0) $function)
  (elem (i32.const 2) $function)
  (global $hole (mut i32) (i32.const 1))
  (func (export "run") (call_indirect (type $first) (global.get $hole))))
