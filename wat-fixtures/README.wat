;;! title    = "this fixture documents the format by being one"
;;! level    = "must"
;;! spec     = "docs/fixtures.md"
;;! evidence = ["what shows the need: an advisory, an issue, another project's test"]
;;! row      = "readme"
;;! requires = ["mutable-globals"]
;;! limits   = { memory = "2 pages", fuel = "calibrated:100000", time = "5s" }
;;! grants   = ["host-function:log", "host-function:add"]
;;! modules  = { twin = "main" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! group       = "pair"
;;!
;;! [[step]]
;;! call   = "sum"
;;! args   = ["i32:2", "i32:-3"]
;;! expect = { returned = ["i32:-1"] }
;;!
;;! [[step]]
;;! call   = "say"
;;! expect = { returned = [], output = { log = "hello" } }
;;!
;;! [[step]]
;;! call   = "grow"
;;! args   = ["i32:2"]
;;! expect = { any = [
;;!   { returned = ["i32:-1"], when = { "memory.growFailure" = "minus-one" } },
;;!   { limit = "memory", when = { "memory.growFailure" = "trap" } },
;;! ] }
;;!
;;! [[step]]
;;! call   = "count"
;;! repeat = 3
;;! expect = { returned = [] }
;;!
;;! [[step]]
;;! call   = "divide"
;;! args   = ["i32:1", "i32:0"]
;;! expect = { trapped = "integer-divide-by-zero", phase = "call" }
;;!
;;! [[step]]
;;! instantiate = "twin"
;;! as          = "second"
;;! group       = "pair"
;;! limits      = { time = "5s" }
;;!
;;! [[step]]
;;! call   = "sum"
;;! on     = "second"
;;! args   = ["i32:20", "i32:22"]
;;! limits = { time = "1s" }
;;! expect = { returned = ["i32:42"] }
;;!
;;! [[step]]
;;! call   = "nobody"
;;! expect = { rejected = "call", reason = "no-such-export" }
;;!
;;! [[step]]
;;! inspect = "second"
;;! expect  = { state = "idle", usage = { memory = { min = "1 page", max = "2 pages" } } }
;;!
;;! [[step]]
;;! drop = "second"
;;!
;;! [[step]]
;;! call   = "count"
;;! on     = "second"
;;! expect = { rejected = "call", reason = ["closed", "unknown-handle"] }

;; The header is TOML behind `;;!`, all of it before the first other line; `docs/fixtures.md` lists every key. The
;; lines below are an ordinary module. `load` of each module is implied, and so is `instantiate = "main"` where no step
;; instantiates anything. Expectations say what the host must answer; the canaries and what the kit sees from outside
;; are checked after every hostile step without being asked for.

(module
  (import "sandproof:test" "log" (func $log (param i32 i32)))
  (import "sandproof:test" "add" (func $add (param i32 i32) (result i32)))
  (memory (export "memory") 1)
  (global $calls (export "calls") (mut i32) (i32.const 0))
  (data (i32.const 16) "hello")
  (func (export "sum") (param i32 i32) (result i32)
    (call $add (local.get 0) (local.get 1)))
  (func (export "say")
    (call $log (i32.const 16) (i32.const 5)))
  (func (export "grow") (param i32) (result i32)
    (memory.grow (local.get 0)))
  (func (export "count")
    (global.set $calls (i32.add (global.get $calls) (i32.const 1))))
  (func (export "divide") (param i32 i32) (result i32)
    (i32.div_s (local.get 0) (local.get 1))))
