;;! title    = "a call that was made often, and may have been optimised, costs what it cost the first time"
;;! level    = "must"
;;! spec     = "host protocol, declares cpu.deterministic: fuel does not depend on what the engine did with the code"
;;! evidence = ["wasmtime docs, examples-interrupting-wasm: fuel is deterministic", "zwasm #357"]
;;! row      = "det.fuel.same-run-same-fuel"
;;! limits   = { fuel = "calibrated:10000000" }
;;! check    = "same-fuel-when-warm"
;;! [[step]]
;;! call   = "work"
;;! args   = ["i32:1000"]
;;! expect = { returned = "*", when = { "cpu.deterministic" = true }, usage = { fuel-used = { min = 1 } } }
;;! [[step]]
;;! call   = "work"
;;! args   = ["i32:1000"]
;;! expect = { returned = "*", when = { "cpu.deterministic" = true }, usage = { fuel-used = { min = 1 } } }
;;! [[step]]
;;! call   = "work"
;;! args   = ["i32:1000"]
;;! repeat = 200
;;! expect = { returned = "*", when = { "cpu.deterministic" = true }, usage = { fuel-used = { min = 1 } } }
(module
  (type $unary (func (param i32) (result i32)))
  (memory 1)
  (table 2 funcref)
  (elem (i32.const 0) $twice $half)
  (func $twice (type $unary) (i32.add (i32.mul (local.get 0) (i32.const 2)) (i32.const 1)))
  (func $half (type $unary) (i32.shr_u (local.get 0) (i32.const 1)))
  ;; Rounds of branches, memory, calls through a table and floats, none of them twice the same; it reads no memory that it did not
  ;; write in the same round.
  (func (export "work") (param $n i32) (result i32) (local $x i32) (local $at i32)
    (loop $again
      (local.set $x (i32.add (i32.mul (local.get $x) (i32.const 1103515245)) (i32.const 12345)))
      (local.set $at (i32.and (local.get $x) (i32.const 0xfffc)))
      (i32.store (local.get $at) (local.get $n))
      (local.set $x (call_indirect (type $unary) (local.get $x) (i32.and (i32.shr_u (local.get $x) (i32.const 16)) (i32.const 1))))
      (if (i32.and (local.get $x) (i32.const 8))
        (then (local.set $x (i32.xor (local.get $x) (i32.load (local.get $at)))))
        (else (local.set $x (i32.add (local.get $x) (i32.trunc_f64_s (f64.sqrt (f64.convert_i32_u (local.get $x))))))))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (local.get $n)))
    (local.get $x)))
