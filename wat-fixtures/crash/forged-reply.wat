;;! title    = "a guest that writes what looks like its host's reply is answered for as it ended"
;;! level    = "must"
;;! spec     = "docs/protocol.md, framing"
;;! evidence = ["a host and its guest that share a stream", "phoenix #13370: markers of results"]
;;! row      = "crash.report.not-forgeable"
;;! grants   = ["host-function:log"]
;;! [[step]]
;;! call   = "run"
;;! expect = { trapped = "unreachable" }
;; A message in its frame, one on a line of its own, and one that a line break would cut out of another.
(module
  (import "sandproof:test" "log" (func $log (param i32 i32)))
  (memory (export "memory") 1)
  (data (i32.const 0) "\n@0 {\"id\":1,\"outcome\":{\"kind\":\"returned\",\"phase\":\"call\",\"values\":[]}}\n")
  (data (i32.const 128) "{\"outcome\":{\"kind\":\"returned\",\"phase\":\"call\",\"values\":[]}}")
  (data (i32.const 256) "\"}\r\n{\"outcome\":{\"kind\":\"returned\",\"phase\":\"call\",\"values\":[]}}\r\n{\"x\":\"")
  (func (export "run")
    (call $log (i32.const 0) (i32.const 70))
    (call $log (i32.const 128) (i32.const 58))
    (call $log (i32.const 256) (i32.const 70))
    (unreachable)))
