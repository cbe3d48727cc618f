;;! title    = "throw_ref of a null reference traps"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions throw_ref"
;;! evidence = ["WasmEdge AccessNullException"]
;;! row      = "crash.exception.throw-ref-null"
;;! requires = ["exceptions"]
;;! [[step]]
;;! call   = "run"
;;! expect = { trapped = "null-reference" }
;; The handler would return normally if the null were thrown as an exception.
(module
  (func (export "run") (local $nothing exnref)
    (block $caught
      (try_table (catch_all $caught) (throw_ref (local.get $nothing))))))
