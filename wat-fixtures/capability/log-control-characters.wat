;;! title    = "what a guest logs comes out as data: line ends, escapes and NUL neither end a message nor are lost"
;;! level    = "should"
;;! spec     = "host protocol, output: base64 of what was written"
;;! evidence = ["librefang #3865: lines forged by a guest", "wasmtime docs/security.md: terminal output", "wasi-cli #62"]
;;! row      = "cap.log.injection"
;;! grants   = ["host-function:log"]
;;!
;;! [[step]]
;;! call   = "say"
;;! expect = { returned = [], output = { log = "a\r\n\u001b[31mb\u0000c\u0007\u2028d" } }
(module
  (import "sandproof:test" "log" (func $log (param i32 i32)))
  (memory (export "memory") 1)
  (data (i32.const 0) "a\0d\0a\1b[31mb\00c\07\e2\80\a8d")
  (func (export "say") (call $log (i32.const 0) (i32.const 16))))
