;;! title    = "a host function reads the guest's bytes above 2 GiB where the guest says that they are"
;;! level    = "must"
;;! spec     = "docs/protocol.md, test functions; owed to every user of a sandbox: pointers are unsigned"
;;! evidence = ["Node 20 hands 0x80000000 to a host function as -2147483648", "wasm_component_layer #27"]
;;! row      = "mem.ptr.high-half"
;;! limits   = { memory = "32800 pages" }
;;! grants   = ["host-function:log"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! call   = "write_and_log"
;;! expect = { returned = [], output = { log = "high" } }
(module
  (import "sandproof:test" "log" (func $log (param i32 i32)))
  (memory (export "memory") 1)
  ;; Two pages of these are ever touched. A host that can't give so much lets the growth fail, and has no high half.
  (func (export "write_and_log")
    (local $at i32)
    (local.set $at
      (if (result i32) (i32.eq (memory.grow (i32.const 32768)) (i32.const -1))
        (then (i32.const 0x400))
        (else (i32.const 0x80000400))))
    (i32.store (i32.const 0x400) (i32.const 0x7e776f6c))
    (i32.store (local.get $at) (i32.const 0x68676968))
    (call $log (local.get $at) (i32.const 4))))
