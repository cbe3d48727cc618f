;;! title    = "array.new of 20,000 elements, again and again, is ended by the CPU budget"
;;! level    = "should"
;;! spec     = "owed to every user of a sandbox: work that grows with a length is paid for, or cut, by that length"
;;! evidence = ["wasmtime tests/all/fuel.rs, iloop with array.new of 20,000 elements"]
;;! row      = "cpu.bulk.gc-array-ops"
;;! requires = ["gc", "reference-types", "function-references"]
;;! cpu      = { iterations = 10000, time = "60ms" }
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = "cpu" }
(module
  (type $numbers (array (mut i64)))
  (func (export "run")
    (loop $again
      (drop (array.new $numbers (i64.const 7) (i32.const 20000)))
      (br_if $again (i32.const 1)))))
