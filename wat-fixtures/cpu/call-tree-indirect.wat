;;! title    = "a tree of indirect calls that only ends after 2^40 of them is ended by the CPU budget"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a guest that never ends is ended by its budget"
;;! evidence = ["wasmtime tests/all/iloop.rs, hugely_recursive_module"]
;;! row      = "cpu.calls.exponential-tree"
;;! cpu      = { iterations = 10000, time = "60ms" }
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = "cpu" }
(module
  (type $node (func (param i32)))
  (table 2 funcref)
  (elem (i32.const 0) $leaf $fork)
  (func $leaf (param i32))
  (func $fork (param $height i32)
    (call_indirect (type $node) (i32.sub (local.get $height) (i32.const 1)) (i32.ne (local.get $height) (i32.const 1)))
    (call_indirect (type $node) (i32.sub (local.get $height) (i32.const 1)) (i32.ne (local.get $height) (i32.const 1))))
  (func (export "run")
    (call $fork (i32.const 40))))
