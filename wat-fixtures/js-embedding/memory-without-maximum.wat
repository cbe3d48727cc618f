;;! title    = "a memory of the guest's own without a maximum grows to the limit inside a callback, and no further"
;;! level    = "must"
;;! spec     = "JS-API, Memory: the engine knows no limit but the maximum; owed to every user of a sandbox: the limit on memory holds"
;;! evidence = ["Node docs: resourceLimits do not count array buffers", "Node 20: a worker of 16 MB held 512 MiB"]
;;! row      = "js.memory.no-limit-api"
;;! limits   = { memory = "1MiB" }
;;! grants   = ["host-function:call-back"]
;;!
;;! [[step]]
;;! call   = "run"
;;! expect = { any = [
;;!   { returned = ["i32:1"], when = { "memory.growFailure" = "minus-one" } },
;;!   { limit = "memory", when = { "memory.growFailure" = "trap" } },
;;! ] }

(module
  (import "sandproof:test" "call-back" (func $call_back (param i32) (result i32)))
  (memory (export "memory") 1)
  ;; Grows page by page until that fails, or far beyond the limit.
  (func (export "callback") (param $left i32) (result i32)
    (block $done
      (loop $again
        (br_if $done (i32.eq (memory.grow (i32.const 1)) (i32.const -1)))
        (br_if $again (local.tee $left (i32.sub (local.get $left) (i32.const 1))))))
    (memory.size))
  (func (export "run") (result i32)
    (i32.le_u (call $call_back (i32.const 100)) (i32.const 16))))
