;;! title    = "unreachable traps, however deep it stands and whatever type is wanted of it"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions unreachable"
;;! evidence = [
;;!   "wasmtime tests/all/traps.rs trap_codes",
;;!   "wasmer #1931: a meter that ends guests by unreachable is taken for the guest's own",
;;! ]
;;! row      = "crash.trap.unreachable"
;;! [[step]]
;;! call   = "run"
;;! expect = { trapped = "unreachable" }
(module
  (func $inner (param i32) (result i64)
    (block (result i64)
      (i64.extend_i32_s
        (if (result i32) (local.get 0)
          (then (unreachable))
          (else (i32.const 1))))))
  ;; The result is dropped; the trap must not be dropped with it.
  (func (export "run") (drop (call $inner (i32.const 1)))))
