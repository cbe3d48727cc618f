;;! title    = "what stands before a branch is charged whichever way the branch goes"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox that meters: what runs is paid for"
;;! evidence = ["wasmer #4256 and #5108", "CosmWasm CWA-2024-007"]
;;! row      = "cpu.branch.both-arms-charged"
;;! limits   = { fuel = "calibrated:5000" }
;;! [[step]]
;;! instantiate = "main"
;;! as          = "then"
;;! [[step]]
;;! instantiate = "main"
;;! as          = "else"
;;! [[step]]
;;! call   = "run"
;;! on     = "then"
;;! args   = ["i32:1"]
;;! expect = { limit = "fuel" }
;;! [[step]]
;;! call   = "run"
;;! on     = "else"
;;! args   = ["i32:0"]
;;! expect = { limit = "fuel" }
(module
  ;; A thousand rounds, each with some thirty times the operators of a round of the calibration loop before its `if`.
  (func (export "run") (param $which i32) (result i32) (local $n i32) (local $x i32)
    (local.set $n (i32.const 1000))
    (loop $again
      (local.set $x (i32.xor (i32.mul (local.get $x) (local.get $n)) (local.get $which)))
      (local.set $x (i32.xor (i32.mul (local.get $x) (local.get $n)) (local.get $which)))
      (local.set $x (i32.xor (i32.mul (local.get $x) (local.get $n)) (local.get $which)))
      (local.set $x (i32.xor (i32.mul (local.get $x) (local.get $n)) (local.get $which)))
      (local.set $x (i32.xor (i32.mul (local.get $x) (local.get $n)) (local.get $which)))
      (local.set $x (i32.xor (i32.mul (local.get $x) (local.get $n)) (local.get $which)))
      (local.set $x (i32.xor (i32.mul (local.get $x) (local.get $n)) (local.get $which)))
      (local.set $x (i32.xor (i32.mul (local.get $x) (local.get $n)) (local.get $which)))
      (local.set $x (i32.xor (i32.mul (local.get $x) (local.get $n)) (local.get $which)))
      (local.set $x (i32.xor (i32.mul (local.get $x) (local.get $n)) (local.get $which)))
      (local.set $x (i32.xor (i32.mul (local.get $x) (local.get $n)) (local.get $which)))
      (local.set $x (i32.xor (i32.mul (local.get $x) (local.get $n)) (local.get $which)))
      (local.set $x (i32.xor (i32.mul (local.get $x) (local.get $n)) (local.get $which)))
      (local.set $x (i32.xor (i32.mul (local.get $x) (local.get $n)) (local.get $which)))
      (local.set $x (i32.xor (i32.mul (local.get $x) (local.get $n)) (local.get $which)))
      (local.set $x (i32.xor (i32.mul (local.get $x) (local.get $n)) (local.get $which)))
      (local.set $x (i32.xor (i32.mul (local.get $x) (local.get $n)) (local.get $which)))
      (local.set $x (i32.xor (i32.mul (local.get $x) (local.get $n)) (local.get $which)))
      (local.set $x (i32.xor (i32.mul (local.get $x) (local.get $n)) (local.get $which)))
      (local.set $x (i32.xor (i32.mul (local.get $x) (local.get $n)) (local.get $which)))
      (local.set $x (i32.xor (i32.mul (local.get $x) (local.get $n)) (local.get $which)))
      (local.set $x (i32.xor (i32.mul (local.get $x) (local.get $n)) (local.get $which)))
      (local.set $x (i32.xor (i32.mul (local.get $x) (local.get $n)) (local.get $which)))
      (local.set $x (i32.xor (i32.mul (local.get $x) (local.get $n)) (local.get $which)))
      (local.set $x (i32.xor (i32.mul (local.get $x) (local.get $n)) (local.get $which)))
      (local.set $x (i32.xor (i32.mul (local.get $x) (local.get $n)) (local.get $which)))
      (local.set $x (i32.xor (i32.mul (local.get $x) (local.get $n)) (local.get $which)))
      (local.set $x (i32.xor (i32.mul (local.get $x) (local.get $n)) (local.get $which)))
      (local.set $x (i32.xor (i32.mul (local.get $x) (local.get $n)) (local.get $which)))
      (local.set $x (i32.xor (i32.mul (local.get $x) (local.get $n)) (local.get $which)))
      (if (local.get $which)
        (then (local.set $x (i32.add (local.get $x) (i32.const 1))))
        (else (local.set $x (i32.add (local.get $x) (i32.const 2)))))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (local.get $n)))
    (local.get $x)))
