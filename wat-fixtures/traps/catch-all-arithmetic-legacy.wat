;;! title    = "no handler of the guest runs for a trap of unreachable or arithmetic (legacy encoding)"
;;! level    = "must"
;;! spec     = "legacy exception handling: catch_all catches no trap"
;;! evidence = ["wasmtime tests/misc_testsuite traps-skip-catch-all.wast"]
;;! row      = "crash.trap.not-catchable"
;;! requires = ["legacy-exceptions"]
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
    (try
      (do (unreachable))
      (catch $tag)
      (catch_all)))
  (func (export "division")
    (try
      (do (drop (i32.div_u (i32.const 1) (global.get $zero))))
      (catch $tag)
      (catch_all)))
  (func (export "overflow")
    (try
      (do (drop (i32.div_s (i32.const 0x80000000) (global.get $minus_one))))
      (catch $tag)
      (catch_all)))
  (func (export "conversion")
    (try
      (do (drop (i32.trunc_f32_s (global.get $nan))))
      (catch $tag)
      (catch_all))))
