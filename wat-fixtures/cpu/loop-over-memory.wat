;;! title    = "a tight loop over memory, without a call or an import, is ended by the CPU budget"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a guest that never ends is ended by its budget"
;;! evidence = ["oven-sh/bun #36356 and #12616: terminating a worker hangs while it runs a loop of pure WebAssembly"]
;;! row      = "cpu.loop.no-calls-pure-wasm"
;;! cpu      = { iterations = 10000, time = "60ms" }
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = "cpu" }
(module
  (memory 1)
  (func (export "run") (local $at i32)
    (loop $again
      (f64.store (local.get $at)
        (f64.add (f64.load (local.get $at)) (f64.const 1.5)))
      (local.set $at (i32.and (i32.add (local.get $at) (i32.const 8)) (i32.const 0xffff)))
      (br_if $again (i32.lt_u (local.get $at) (i32.const 0x10000))))))
