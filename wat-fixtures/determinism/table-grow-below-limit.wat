;;! title    = "table.grow succeeds for every element below the limit"
;;! level    = "should"
;;! spec     = "core 3.0, exec/instructions table.grow may fail at will; owed to users who were told a limit"
;;! evidence = ["wasmtime docs on determinism"]
;;! row      = "det.grow.nondeterminism"
;;! requires = ["reference-types", "bulk-memory"]
;;! limits   = { table = 1000 }
;;! [[step]]
;;! call   = "elements"
;;! expect = { returned = ["i32:1000"] }
(module
  (table 1 funcref)
  ;; Grows by 37 until it holds 1000, or as many as it gets.
  (func (export "elements") (result i32)
    (block $full
      (loop $again
        (br_if $full (i32.ge_u (table.size) (i32.const 1000)))
        (br_if $again (i32.ne (table.grow (ref.null func) (i32.const 37)) (i32.const -1)))))
    (table.size)))
