;;! title    = "there is one least budget for a call: with any more it returns, with any less it does not, every time"
;;! level    = "must"
;;! spec     = "host protocol, declares cpu.deterministic: fuel is a function of the guest and its input"
;;! evidence = ["wasmtime tests/misc_testsuite/fuel.wast"]
;;! row      = "det.fuel.cliff-monotone"
;;! check    = "one-cliff"
;;! [[step]]
;;! instantiate = "main"
;;! as          = "a"
;;! [[step]]
;;! instantiate = "main"
;;! as          = "b"
;;! [[step]]
;;! call   = "run"
;;! on     = "a"
;;! limits = { fuel = "calibrated:120" }
;;! expect = { any = [
;;!   { returned = [], when = { "cpu.deterministic" = true } },
;;!   { limit = "fuel", when = { "cpu.deterministic" = true } },
;;!   { rejected = "call", when = { "cpu.deterministic" = true } },
;;! ] }
;;! [[step]]
;;! call   = "run"
;;! on     = "a"
;;! limits = { fuel = "calibrated:110" }
;;! expect = { any = [
;;!   { returned = [], when = { "cpu.deterministic" = true } },
;;!   { limit = "fuel", when = { "cpu.deterministic" = true } },
;;!   { rejected = "call", when = { "cpu.deterministic" = true } },
;;! ] }
;;! [[step]]
;;! call   = "run"
;;! on     = "a"
;;! limits = { fuel = "calibrated:105" }
;;! expect = { any = [
;;!   { returned = [], when = { "cpu.deterministic" = true } },
;;!   { limit = "fuel", when = { "cpu.deterministic" = true } },
;;!   { rejected = "call", when = { "cpu.deterministic" = true } },
;;! ] }
;;! [[step]]
;;! call   = "run"
;;! on     = "a"
;;! limits = { fuel = "calibrated:103" }
;;! expect = { any = [
;;!   { returned = [], when = { "cpu.deterministic" = true } },
;;!   { limit = "fuel", when = { "cpu.deterministic" = true } },
;;!   { rejected = "call", when = { "cpu.deterministic" = true } },
;;! ] }
;;! [[step]]
;;! call   = "run"
;;! on     = "a"
;;! limits = { fuel = "calibrated:102" }
;;! expect = { any = [
;;!   { returned = [], when = { "cpu.deterministic" = true } },
;;!   { limit = "fuel", when = { "cpu.deterministic" = true } },
;;!   { rejected = "call", when = { "cpu.deterministic" = true } },
;;! ] }
;;! [[step]]
;;! call   = "run"
;;! on     = "a"
;;! limits = { fuel = "calibrated:101" }
;;! expect = { any = [
;;!   { returned = [], when = { "cpu.deterministic" = true } },
;;!   { limit = "fuel", when = { "cpu.deterministic" = true } },
;;!   { rejected = "call", when = { "cpu.deterministic" = true } },
;;! ] }
;;! [[step]]
;;! call   = "run"
;;! on     = "a"
;;! limits = { fuel = "calibrated:100" }
;;! expect = { any = [
;;!   { returned = [], when = { "cpu.deterministic" = true } },
;;!   { limit = "fuel", when = { "cpu.deterministic" = true } },
;;!   { rejected = "call", when = { "cpu.deterministic" = true } },
;;! ] }
;;! [[step]]
;;! call   = "run"
;;! on     = "a"
;;! limits = { fuel = "calibrated:99" }
;;! expect = { any = [
;;!   { returned = [], when = { "cpu.deterministic" = true } },
;;!   { limit = "fuel", when = { "cpu.deterministic" = true } },
;;!   { rejected = "call", when = { "cpu.deterministic" = true } },
;;! ] }
;;! [[step]]
;;! call   = "run"
;;! on     = "a"
;;! limits = { fuel = "calibrated:98" }
;;! expect = { any = [
;;!   { returned = [], when = { "cpu.deterministic" = true } },
;;!   { limit = "fuel", when = { "cpu.deterministic" = true } },
;;!   { rejected = "call", when = { "cpu.deterministic" = true } },
;;! ] }
;;! [[step]]
;;! call   = "run"
;;! on     = "a"
;;! limits = { fuel = "calibrated:97" }
;;! expect = { any = [
;;!   { returned = [], when = { "cpu.deterministic" = true } },
;;!   { limit = "fuel", when = { "cpu.deterministic" = true } },
;;!   { rejected = "call", when = { "cpu.deterministic" = true } },
;;! ] }
;;! [[step]]
;;! call   = "run"
;;! on     = "a"
;;! limits = { fuel = "calibrated:95" }
;;! expect = { any = [
;;!   { returned = [], when = { "cpu.deterministic" = true } },
;;!   { limit = "fuel", when = { "cpu.deterministic" = true } },
;;!   { rejected = "call", when = { "cpu.deterministic" = true } },
;;! ] }
;;! [[step]]
;;! call   = "run"
;;! on     = "a"
;;! limits = { fuel = "calibrated:90" }
;;! expect = { any = [
;;!   { returned = [], when = { "cpu.deterministic" = true } },
;;!   { limit = "fuel", when = { "cpu.deterministic" = true } },
;;!   { rejected = "call", when = { "cpu.deterministic" = true } },
;;! ] }
;;! [[step]]
;;! call   = "run"
;;! on     = "a"
;;! limits = { fuel = "calibrated:80" }
;;! expect = { any = [
;;!   { returned = [], when = { "cpu.deterministic" = true } },
;;!   { limit = "fuel", when = { "cpu.deterministic" = true } },
;;!   { rejected = "call", when = { "cpu.deterministic" = true } },
;;! ] }
;;! [[step]]
;;! call   = "run"
;;! on     = "b"
;;! limits = { fuel = "calibrated:120" }
;;! expect = { any = [
;;!   { returned = [], when = { "cpu.deterministic" = true } },
;;!   { limit = "fuel", when = { "cpu.deterministic" = true } },
;;!   { rejected = "call", when = { "cpu.deterministic" = true } },
;;! ] }
;;! [[step]]
;;! call   = "run"
;;! on     = "b"
;;! limits = { fuel = "calibrated:110" }
;;! expect = { any = [
;;!   { returned = [], when = { "cpu.deterministic" = true } },
;;!   { limit = "fuel", when = { "cpu.deterministic" = true } },
;;!   { rejected = "call", when = { "cpu.deterministic" = true } },
;;! ] }
;;! [[step]]
;;! call   = "run"
;;! on     = "b"
;;! limits = { fuel = "calibrated:105" }
;;! expect = { any = [
;;!   { returned = [], when = { "cpu.deterministic" = true } },
;;!   { limit = "fuel", when = { "cpu.deterministic" = true } },
;;!   { rejected = "call", when = { "cpu.deterministic" = true } },
;;! ] }
;;! [[step]]
;;! call   = "run"
;;! on     = "b"
;;! limits = { fuel = "calibrated:103" }
;;! expect = { any = [
;;!   { returned = [], when = { "cpu.deterministic" = true } },
;;!   { limit = "fuel", when = { "cpu.deterministic" = true } },
;;!   { rejected = "call", when = { "cpu.deterministic" = true } },
;;! ] }
;;! [[step]]
;;! call   = "run"
;;! on     = "b"
;;! limits = { fuel = "calibrated:102" }
;;! expect = { any = [
;;!   { returned = [], when = { "cpu.deterministic" = true } },
;;!   { limit = "fuel", when = { "cpu.deterministic" = true } },
;;!   { rejected = "call", when = { "cpu.deterministic" = true } },
;;! ] }
;;! [[step]]
;;! call   = "run"
;;! on     = "b"
;;! limits = { fuel = "calibrated:101" }
;;! expect = { any = [
;;!   { returned = [], when = { "cpu.deterministic" = true } },
;;!   { limit = "fuel", when = { "cpu.deterministic" = true } },
;;!   { rejected = "call", when = { "cpu.deterministic" = true } },
;;! ] }
;;! [[step]]
;;! call   = "run"
;;! on     = "b"
;;! limits = { fuel = "calibrated:100" }
;;! expect = { any = [
;;!   { returned = [], when = { "cpu.deterministic" = true } },
;;!   { limit = "fuel", when = { "cpu.deterministic" = true } },
;;!   { rejected = "call", when = { "cpu.deterministic" = true } },
;;! ] }
;;! [[step]]
;;! call   = "run"
;;! on     = "b"
;;! limits = { fuel = "calibrated:99" }
;;! expect = { any = [
;;!   { returned = [], when = { "cpu.deterministic" = true } },
;;!   { limit = "fuel", when = { "cpu.deterministic" = true } },
;;!   { rejected = "call", when = { "cpu.deterministic" = true } },
;;! ] }
;;! [[step]]
;;! call   = "run"
;;! on     = "b"
;;! limits = { fuel = "calibrated:98" }
;;! expect = { any = [
;;!   { returned = [], when = { "cpu.deterministic" = true } },
;;!   { limit = "fuel", when = { "cpu.deterministic" = true } },
;;!   { rejected = "call", when = { "cpu.deterministic" = true } },
;;! ] }
;;! [[step]]
;;! call   = "run"
;;! on     = "b"
;;! limits = { fuel = "calibrated:97" }
;;! expect = { any = [
;;!   { returned = [], when = { "cpu.deterministic" = true } },
;;!   { limit = "fuel", when = { "cpu.deterministic" = true } },
;;!   { rejected = "call", when = { "cpu.deterministic" = true } },
;;! ] }
;;! [[step]]
;;! call   = "run"
;;! on     = "b"
;;! limits = { fuel = "calibrated:95" }
;;! expect = { any = [
;;!   { returned = [], when = { "cpu.deterministic" = true } },
;;!   { limit = "fuel", when = { "cpu.deterministic" = true } },
;;!   { rejected = "call", when = { "cpu.deterministic" = true } },
;;! ] }
;;! [[step]]
;;! call   = "run"
;;! on     = "b"
;;! limits = { fuel = "calibrated:90" }
;;! expect = { any = [
;;!   { returned = [], when = { "cpu.deterministic" = true } },
;;!   { limit = "fuel", when = { "cpu.deterministic" = true } },
;;!   { rejected = "call", when = { "cpu.deterministic" = true } },
;;! ] }
;;! [[step]]
;;! call   = "run"
;;! on     = "b"
;;! limits = { fuel = "calibrated:80" }
;;! expect = { any = [
;;!   { returned = [], when = { "cpu.deterministic" = true } },
;;!   { limit = "fuel", when = { "cpu.deterministic" = true } },
;;!   { rejected = "call", when = { "cpu.deterministic" = true } },
;;! ] }
(module
  ;; A hundred rounds of the loop that fuel is measured in, called as it is when it is measured.
  (func $spin (param $n i32)
    (loop $again
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (local.get $n))))
  (func (export "run") (call $spin (i32.const 100))))
