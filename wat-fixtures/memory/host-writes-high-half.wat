;;! title    = "a host function writes the guest's bytes above 2 GiB where the guest says, and no others"
;;! level    = "must"
;;! spec     = "docs/protocol.md, test functions; owed to every user of a sandbox: pointers are unsigned"
;;! evidence = ["Node 20 hands 0x80000000 to a host function as -2147483648", "wasm_component_layer #27"]
;;! row      = "mem.ptr.high-half"
;;! limits   = { memory = "32800 pages" }
;;! grants   = ["host-function:fill"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! call   = "fill_and_look"
;;! expect = { returned = ["i32:1"] }
(module
  (import "sandproof:test" "fill" (func $fill (param i32 i32 i32)))
  (memory (export "memory") 1)
  ;; Three pages of these are ever touched. A host that can't give so much lets the growth fail, and has no high half.
  (func (export "fill_and_look") (result i32)
    (local $at i32)
    (local.set $at
      (if (result i32) (i32.eq (memory.grow (i32.const 32768)) (i32.const -1))
        (then (i32.const 0x1000))
        (else (i32.const 0x80000800))))
    ;; Across the sign: the last bytes of the low half, or some below the others.
    (call $fill (i32.sub (local.get $at) (i32.const 0x802)) (i32.const 4) (i32.const 0x55))
    (call $fill (local.get $at) (i32.const 4) (i32.const 0xaa))
    (i32.and
      (i32.eq (i32.load (local.get $at)) (i32.const 0xaaaaaaaa))
      (i32.eq (i32.load (i32.sub (local.get $at) (i32.const 0x802))) (i32.const 0x55555555)))))
