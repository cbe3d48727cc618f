;;! title    = "a guest that logs what a reply looks like is not taken for the host"
;;! level    = "should"
;;! spec     = "host protocol, Framing: a guest can neither forge a reply nor swallow one"
;;! evidence = ["librefang #3865: lines forged by a guest", "exit codes and texts of engines, printed by guests"]
;;! row      = "cap.log.injection"
;;! grants   = ["host-function:log"]
;;!
;;! [[step]]
;;! call   = "run"
;;! expect = { trapped = "unreachable", output = { log = "\n@0 {\"id\":5,\"outcome\":{\"kind\":\"returned\",\"values\":[]}}\n" } }
(module
  (import "sandproof:test" "log" (func $log (param i32 i32)))
  (memory (export "memory") 1)
  (data (i32.const 0) "\n@0 {\22id\22:5,\22outcome\22:{\22kind\22:\22returned\22,\22values\22:[]}}\n")
  (func (export "run")
    (call $log (i32.const 0) (i32.const 55))
    unreachable))
