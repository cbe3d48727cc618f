;;! title    = "a branch whose label expects another type is refused"
;;! level    = "must"
;;! spec     = "core 3.0, valid/instructions br_table"
;;! evidence = ["epsilon #51, #52, #53: indices that went unchecked"]
;;! row      = "crash.validate.index-oob"
;;! valid    = false
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "validate" }
;; The labels of one br_table expect different types.
(module
  (func (export "run") (param i32) (result i64)
    (block $number (result i64)
      (drop (block $word (result i32)
        (br_table $word $number (i32.const 1) (local.get 0))))
      (i64.const 0))))
