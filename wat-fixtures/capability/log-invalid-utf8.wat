;;! title    = "a host function that takes text refuses bytes that are no UTF-8"
;;! level    = "must"
;;! spec     = "host protocol, log: invalid UTF-8 is refused, never replaced"
;;! evidence = ["Unicode 15, table 3-7: well-formed UTF-8", "librefang #3865: what a guest logs reaches other tools"]
;;! row      = "cap.hostfn.ptr-oob"
;;! grants   = ["host-function:log"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "valid"
;;!
;;! [[step]]
;;! call   = "say"
;;! on     = "valid"
;;! args   = ["i32:80", "i32:6"]
;;! expect = { returned = [], output = { log = "\u017e\U0001F44C" } }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "overlong"
;;!
;;! [[step]]
;;! call   = "say"
;;! on     = "overlong"
;;! args   = ["i32:0", "i32:2"]
;;! expect = { trapped = "host-function", output = { log = "" } }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "surrogate"
;;!
;;! [[step]]
;;! call   = "say"
;;! on     = "surrogate"
;;! args   = ["i32:16", "i32:3"]
;;! expect = { trapped = "host-function", output = { log = "" } }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "truncated"
;;!
;;! [[step]]
;;! call   = "say"
;;! on     = "truncated"
;;! args   = ["i32:32", "i32:2"]
;;! expect = { trapped = "host-function", output = { log = "" } }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "too-high"
;;!
;;! [[step]]
;;! call   = "say"
;;! on     = "too-high"
;;! args   = ["i32:48", "i32:4"]
;;! expect = { trapped = "host-function", output = { log = "" } }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "lone-continuation"
;;!
;;! [[step]]
;;! call   = "say"
;;! on     = "lone-continuation"
;;! args   = ["i32:64", "i32:1"]
;;! expect = { trapped = "host-function", output = { log = "" } }
(module
  (import "sandproof:test" "log" (func $log (param i32 i32)))
  (memory (export "memory") 1)
  (data (i32.const 0) "\c0\80")         ;; NUL in two bytes
  (data (i32.const 16) "\ed\a0\80")     ;; half of a surrogate pair
  (data (i32.const 32) "\e2\82")        ;; a character that is cut off
  (data (i32.const 48) "\f4\90\80\80")  ;; beyond U+10FFFF
  (data (i32.const 64) "\80")           ;; a continuation of nothing
  (data (i32.const 80) "\c5\be\f0\9f\91\8c")
  (func (export "say") (param i32 i32) (call $log (local.get 0) (local.get 1))))
