;;! title    = "functions that call each other without end exhaust the stack"
;;! level    = "must"
;;! spec     = "core 3.0, appendix A.1 implementation limitations"
;;! evidence = ["wasmtime tests/all/traps.rs test_trap_stack_overflow"]
;;! row      = "crash.trap.stack-overflow"
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = "stack" }
;; Frames of different sizes, one of them with parameters beyond any engine's registers.
(module
  (func $few (result i32)
    (i32.add (i32.const 1)
      (call $many (i64.const 1) (i64.const 2) (i64.const 3) (i64.const 4) (i64.const 5) (i64.const 6)
        (i64.const 7) (i64.const 8) (i64.const 9) (i64.const 10) (i64.const 11) (i64.const 12))))
  (func $many (param i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64) (result i32)
    (i32.add (call $few) (i32.wrap_i64 (i64.add (local.get 0) (local.get 11)))))
  (func (export "run") (drop (call $few))))
