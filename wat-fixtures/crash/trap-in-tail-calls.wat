;;! title    = "a trap at the end of a long chain of tail calls is reported, with whatever frames there are left"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions return_call; owed to every user of a sandbox: reporting a trap is safe"
;;! evidence = ["RUSTSEC-2024-0440: a backtrace through a tail call crashed the host"]
;;! row      = "crash.report.backtrace-safe"
;;! requires = ["tail-call"]
;;! [[step]]
;;! call   = "run"
;;! expect = { trapped = "uninitialized-element" }
;; The chain's frames differ in their parameters; its last call goes through an empty table entry.
(module
  (type $end (func (param i32)))
  (table 1 1 funcref)
  (func $many (param $left i32) (param i64 i64 i64 i64 i64 i64 i64 i64 i64 i64)
    (return_call $few (i32.sub (local.get $left) (i32.const 1))))
  (func $few (param $left i32)
    (if (local.get $left)
      (then (return_call $many (local.get $left)
        (i64.const 1) (i64.const 2) (i64.const 3) (i64.const 4) (i64.const 5)
        (i64.const 6) (i64.const 7) (i64.const 8) (i64.const 9) (i64.const 10))))
    (return_call_indirect (type $end) (i32.const 0) (i32.const 0)))
  (func (export "run") (call $few (i32.const 200000))))
