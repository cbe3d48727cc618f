;;! title    = "loading or storing one lane touches that lane's bytes and none beside them"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions vector memory instructions: a trap where any byte of the access is beyond the memory"
;;! evidence = ["RUSTSEC-2026-0006", "WebAssembly spec tests simd_load8_lane.wast to simd_store64_lane.wast"]
;;! row      = "mem.oob.simd-edge"
;;! requires = ["simd"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! call   = "last"
;;! expect = { returned = ["i32:1"] }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "load8"
;;!
;;! [[step]]
;;! call   = "load8"
;;! on     = "load8"
;;! args   = ["i32:65536"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "load8"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "load64"
;;!
;;! [[step]]
;;! call   = "load64"
;;! on     = "load64"
;;! args   = ["i32:65529"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "load64"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "store8"
;;!
;;! [[step]]
;;! call   = "store8"
;;! on     = "store8"
;;! args   = ["i32:65536"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "store8"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "store64"
;;!
;;! [[step]]
;;! call   = "store64"
;;! on     = "store64"
;;! args   = ["i32:65529"]
;;! expect = { trapped = "memory-out-of-bounds" }
(module
  (memory 1)
  (data (i32.const 65528) "\01\02\03\04\05\06\07\08")
  (func $load8 (export "load8") (param i32) (result i32)
    (i8x16.extract_lane_u 15 (v128.load8_lane 15 (local.get 0) (v128.const i32x4 0 0 0 0))))
  (func $load64 (export "load64") (param i32) (result i64)
    (i64x2.extract_lane 1 (v128.load64_lane 1 (local.get 0) (v128.const i32x4 0 0 0 0))))
  (func $store8 (export "store8") (param i32)
    (v128.store8_lane 0 (local.get 0) (v128.const i32x4 0x21 -1 -1 -1)))
  (func $store64 (export "store64") (param i32)
    (v128.store64_lane 1 (local.get 0) (v128.const i32x4 -1 -1 0x22222222 0x33333333)))
  (func (export "last") (result i32)
    (if (i32.ne (call $load8 (i32.const 65535)) (i32.const 8)) (then (return (i32.const 0))))
    (if (i64.ne (call $load64 (i32.const 65528)) (i64.const 0x0807060504030201)) (then (return (i32.const 0))))
    (call $store64 (i32.const 65528))
    (call $store8 (i32.const 65535))
    (i64.eq (i64.load (i32.const 65528)) (i64.const 0x2133333322222222))))
