;;! title    = "a trap under hundreds of frames is reported as the trap that it is"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: reporting a trap is safe"
;;! evidence = ["wasmtime test_wasm_backtrace_max_frames"]
;;! row      = "crash.report.backtrace-safe"
;;! [[step]]
;;! call   = "run"
;;! expect = { trapped = "integer-divide-by-zero" }
(module
  (func $descend (param $left i32) (result i32)
    (i32.add (i32.const 1)
      (if (result i32) (local.get $left)
        (then (call $descend (i32.sub (local.get $left) (i32.const 1))))
        (else (i32.div_u (i32.const 1) (local.get $left))))))
  (func (export "run") (drop (call $descend (i32.const 800)))))
