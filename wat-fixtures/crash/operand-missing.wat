;;! title    = "an operator that takes more operands than there are is refused"
;;! level    = "must"
;;! spec     = "core 3.0, valid/instructions"
;;! evidence = ["a compiler that pops below its own stack reads what is not its own"]
;;! row      = "crash.validate.index-oob"
;;! valid    = false
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "validate" }
;; There is a second operand outside the block, where the block must not reach.
(module
  (func (export "run") (param i32) (result i32)
    local.get 0
    block (result i32)
      i32.const 1
      i32.add
    end))
