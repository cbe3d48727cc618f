;;! title    = "no handler of the guest runs for a trap of unreachable or arithmetic"
;;! level    = "must"
;;! spec     = "core 3.0, exec/runtime exceptions: a trap is no exception"
;;! evidence = ["wasmtime tests/misc_testsuite traps-skip-catch-all.wast"]
;;! row      = "crash.trap.not-catchable"
;;! requires = ["exceptions"]
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "unreachable"
;;! expect = { trapped = "unreachable" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "division"
;;! expect = { trapped = "integer-divide-by-zero" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "overflow"
;;! expect = { trapped = "integer-overflow" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "conversion"
;;! expect = { trapped = "invalid-conversion-to-integer" }
;; A handler that ran would let the call return.
(module
  (tag $tag)
  (global $zero (mut i32) (i32.const 0))
  (global $minus_one (mut i32) (i32.const -1))
  (global $nan (mut f32) (f32.const nan))
  (func (export "unreachable")
    (block $caught
      (try_table (catch $tag $caught) (catch_all $caught)
        (unreachable))))
  (func (export "division")
    (block $caught
      (try_table (catch $tag $caught) (catch_all $caught)
        (drop (i32.div_u (i32.const 1) (global.get $zero))))))
  (func (export "overflow")
    (block $caught
      (try_table (catch $tag $caught) (catch_all $caught)
        (drop (i32.div_s (i32.const 0x80000000) (global.get $minus_one))))))
  (func (export "conversion")
    (block $caught
      (try_table (catch $tag $caught) (catch_all $caught)
        (drop (i32.trunc_f32_s (global.get $nan)))))))
