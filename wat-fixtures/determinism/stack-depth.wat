;;! title    = "endless recursion ends at the stack's limit, and a depth that was fine before is fine afterwards"
;;! level    = "should"
;;! spec     = "core 3.0, appendix/implementation: the depth is the implementation's choice, and has an end"
;;! evidence = ["wasmi, max_recursion_depth", "wazero's interpreter: 2000 frames"]
;;! row      = "det.stack.depth"
;;! [[step]]
;;! call   = "descend"
;;! args   = ["i32:500"]
;;! expect = { returned = ["i32:500"] }
;;! [[step]]
;;! call   = "descend"
;;! args   = ["i32:-1"]
;;! expect = { limit = "stack" }
;;! [[step]]
;;! call   = "descend"
;;! args   = ["i32:500"]
;;! expect = { any = [{ returned = ["i32:500"] }, { rejected = "call", reason = ["poisoned", "closed"] }] }
;;! [[step]]
;;! call   = "descend"
;;! args   = ["i32:-1"]
;;! expect = { any = [{ limit = "stack" }, { rejected = "call", reason = ["poisoned", "closed"] }] }
(module
  (func $descend (export "descend") (param $depth i32) (result i32)
    (if (result i32) (local.get $depth)
      (then (i32.add (call $descend (i32.sub (local.get $depth) (i32.const 1))) (i32.const 1)))
      (else (i32.const 0)))))
