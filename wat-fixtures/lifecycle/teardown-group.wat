;;! title    = "sandboxes that hold on to each other give their memory back when all of them are dropped"
;;! level    = "must"
;;! spec     = "host protocol, drop: a member may be kept until the last one goes, and no longer"
;;! evidence = ["wasmtime: no_leak", "wazero: memleak_test, testCloseTableExportingModule"]
;;! row      = "life.instance.teardown-releases"
;;! modules  = { large = "guests/large.wat" }
;;! repeat   = { times = 48, touches = "16MiB" }
;;!
;;! [[step]]
;;! instantiate = "large"
;;! group       = "ring"
;;! limits      = { memory = "16MiB" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! group       = "ring"
;;! link        = { large = "large" }
;;!
;;! [[step]]
;;! call   = "touch"
;;! expect = { returned = [] }

;; A ring: this guest imports the other's function, and puts one of its own into the other's table.
(module
  (import "large" "touch" (func $touch-other))
  (import "large" "table" (table 1 funcref))
  (memory 128)
  (elem (i32.const 0) $touch)
  (func $touch (export "touch")
    (local $at i32)
    (loop $next
      (i32.store (local.get $at) (i32.const 1))
      (br_if $next (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 4096))) (i32.const 8388608))))
    (call $touch-other)))
