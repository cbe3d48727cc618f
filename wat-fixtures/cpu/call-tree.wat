;;! title    = "a tree of calls that only ends after 2^40 of them is ended by the CPU budget, though nothing loops or recurs"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a guest that never ends is ended by its budget"
;;! evidence = ["wasmtime tests/all/iloop.rs, hugely_recursive_module", "wasmtime tests/all/fuel.rs, iloop"]
;;! row      = "cpu.calls.exponential-tree"
;;! cpu      = { iterations = 10000, time = "60ms" }
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = "cpu" }
(module
  (func $f0)
  (func $f1 (call $f0) (call $f0))
  (func $f2 (call $f1) (call $f1))
  (func $f3 (call $f2) (call $f2))
  (func $f4 (call $f3) (call $f3))
  (func $f5 (call $f4) (call $f4))
  (func $f6 (call $f5) (call $f5))
  (func $f7 (call $f6) (call $f6))
  (func $f8 (call $f7) (call $f7))
  (func $f9 (call $f8) (call $f8))
  (func $f10 (call $f9) (call $f9))
  (func $f11 (call $f10) (call $f10))
  (func $f12 (call $f11) (call $f11))
  (func $f13 (call $f12) (call $f12))
  (func $f14 (call $f13) (call $f13))
  (func $f15 (call $f14) (call $f14))
  (func $f16 (call $f15) (call $f15))
  (func $f17 (call $f16) (call $f16))
  (func $f18 (call $f17) (call $f17))
  (func $f19 (call $f18) (call $f18))
  (func $f20 (call $f19) (call $f19))
  (func $f21 (call $f20) (call $f20))
  (func $f22 (call $f21) (call $f21))
  (func $f23 (call $f22) (call $f22))
  (func $f24 (call $f23) (call $f23))
  (func $f25 (call $f24) (call $f24))
  (func $f26 (call $f25) (call $f25))
  (func $f27 (call $f26) (call $f26))
  (func $f28 (call $f27) (call $f27))
  (func $f29 (call $f28) (call $f28))
  (func $f30 (call $f29) (call $f29))
  (func $f31 (call $f30) (call $f30))
  (func $f32 (call $f31) (call $f31))
  (func $f33 (call $f32) (call $f32))
  (func $f34 (call $f33) (call $f33))
  (func $f35 (call $f34) (call $f34))
  (func $f36 (call $f35) (call $f35))
  (func $f37 (call $f36) (call $f36))
  (func $f38 (call $f37) (call $f37))
  (func $f39 (call $f38) (call $f38))
  (func (export "run") (call $f39) (call $f39)))
