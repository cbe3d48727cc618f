;;! title    = "a host function works on the memory that the guest exports, not on the first that it has"
;;! level    = "must"
;;! spec     = "host protocol, log: reads from the guest's exported memory"
;;! evidence = ["core 3.0, syntax/modules Memories: a module may have several"]
;;! row      = "cap.hostfn.ptr-oob"
;;! requires = ["multi-memory"]
;;! grants   = ["host-function:log"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! call   = "say"
;;! args   = ["i32:0", "i32:6"]
;;! expect = { returned = [], output = { log = "public" } }
;;!
;;! [[step]]
;;! call   = "say"
;;! args   = ["i32:65536", "i32:6"]
;;! expect = { trapped = "host-function", output = { log = "" } }

;; The first memory is larger: a bound taken from it would let the second call through.
(module
  (import "sandproof:test" "log" (func $log (param i32 i32)))
  (memory $private 2)
  (memory $public (export "memory") 1)
  (data (i32.const 0) "secret")
  (data (i32.const 65536) "secret")
  (func (export "say") (param i32 i32)
    (i64.store $public (i32.const 0) (i64.const 0x6369_6c62_7570)) ;; "public"
    (call $log (local.get 0) (local.get 1))))
