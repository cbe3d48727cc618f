;;! title    = "a loop closed by br_table is ended by the CPU budget"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a guest that never ends is ended by its budget"
;;! evidence = ["wasmtime tests/all/fuel.rs, iloop"]
;;! row      = "cpu.loop.br~br_if~br_table"
;;! cpu      = { iterations = 10000, time = "60ms" }
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = "cpu" }
(module
  (func (export "run") (local $i i32)
    (block $out
      (loop $again
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        ;; 0 and 1 lead back, and so does the default: the way out is never taken.
        (br_table $again $again $out $again
          (i32.and (local.get $i) (i32.const 1)))))))
