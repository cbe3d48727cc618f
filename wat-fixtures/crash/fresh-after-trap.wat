;;! title    = "an instance made after a trap of the same module begins with the module's own state"
;;! level    = "must"
;;! spec     = "core 3.0, exec/modules instantiation"
;;! evidence = ["envoy #39395, #16726: a plugin that trapped stayed dead, or came back with its old state"]
;;! row      = "crash.after-trap.fresh-instance-ok"
;;! limits   = { memory = "1MiB" }
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "spoil"
;;! expect = { trapped = "unreachable" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "spoilt"
;;! expect = { returned = ["i32:0"] }
;; Spoils its global, its data, memory that it grew and its table, then traps. Each that is not as new afterwards sets
;; a bit.
(module
  (memory 1)
  (data (i32.const 8) "data")
  (table 1 1 funcref)
  (elem (i32.const 0) $nothing)
  (global $global (mut i32) (i32.const 5))
  (func $nothing)
  (func (export "spoil")
    (global.set $global (i32.const 6))
    (i32.store (i32.const 8) (i32.const -1))
    (drop (memory.grow (i32.const 1)))
    (i32.store (i32.const 65536) (i32.const -1))
    (unreachable))
  (func (export "spoilt") (result i32)
    (call_indirect (i32.const 0))
    (i32.or
      (i32.or
        (i32.ne (global.get $global) (i32.const 5))
        (i32.shl (i32.ne (i32.load (i32.const 8)) (i32.const 0x61746164)) (i32.const 1)))
      (i32.or
        (i32.shl (i32.ne (memory.size) (i32.const 1)) (i32.const 2))
        (i32.shl (i32.ne (memory.grow (i32.const 1)) (i32.const 1)) (i32.const 3))))))
