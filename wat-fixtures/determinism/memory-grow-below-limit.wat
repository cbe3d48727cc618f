;;! title    = "memory.grow succeeds for every page below the limit"
;;! level    = "should"
;;! spec     = "core 3.0, exec/instructions memory.grow may fail at will; owed to users who were told a limit"
;;! evidence = ["wasmtime docs on determinism", "graph-node #436"]
;;! row      = "det.grow.nondeterminism"
;;! limits   = { memory = "4MiB" }
;;! [[step]]
;;! call   = "pages"
;;! expect = { returned = ["i32:64"] }
(module
  (memory 1)
  ;; Grows by a page until it holds 64, or as many as it gets.
  (func (export "pages") (result i32)
    (block $full
      (loop $again
        (br_if $full (i32.ge_u (memory.size) (i32.const 64)))
        (br_if $again (i32.ne (memory.grow (i32.const 1)) (i32.const -1)))))
    (memory.size)))
