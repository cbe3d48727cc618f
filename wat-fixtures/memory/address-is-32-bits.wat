;;! title    = "an address that a guest computes has 32 bits, also where the computation is made part of the access"
;;! level    = "must"
;;! spec     = "core 3.0, exec/numerics ishl, iadd and imul: results are modulo 2^32"
;;! evidence = ["RUSTSEC-2023-0090 (CVE-2023-26489): a shift folded into an address kept its high bits"]
;;! row      = "mem.oob.i32-sign-extension"
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! call   = "shifted"
;;! args   = ["i32:536870913"]
;;! expect = { returned = ["i32:1"] }
;;!
;;! [[step]]
;;! call   = "scaled"
;;! args   = ["i32:1073741826"]
;;! expect = { returned = ["i32:1"] }
;;!
;;! [[step]]
;;! call   = "added"
;;! args   = ["i32:-8"]
;;! expect = { returned = ["i32:1"] }
;;!
;;! [[step]]
;;! call   = "wrapped"
;;! args   = ["i64:4294967304"]
;;! expect = { returned = ["i32:1"] }
(module
  (memory 1)
  (data (i32.const 8) "\01\00\00\00")
  ;; Each of these addresses is 8 in 32 bits and some 4 GiB more in 64.
  (func (export "shifted") (param i32) (result i32)
    (i32.load (i32.shl (local.get 0) (i32.const 3))))
  (func (export "scaled") (param i32) (result i32)
    (i32.load (i32.mul (local.get 0) (i32.const 4))))
  (func (export "added") (param i32) (result i32)
    (i32.load (i32.add (local.get 0) (i32.const 16))))
  (func (export "wrapped") (param i64) (result i32)
    (i32.load (i32.wrap_i64 (local.get 0)))))
