;;! title    = "a local, a global and an element that nobody set are null, and calling one traps"
;;! level    = "must"
;;! spec     = "core 3.0, exec/runtime default values: the default of a nullable reference is null"
;;! evidence = ["ziggy42/epsilon #62: an unset function reference was function 0"]
;;! row      = "mem.isolation.ref-local-default-null"
;;! requires = ["bulk-memory", "reference-types"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! call   = "are_null"
;;! expect = { returned = ["i32:1"] }
;;!
;;! [[step]]
;;! call   = "call_local"
;;! expect = { trapped = "uninitialized-element" }
(module
  (type $answer (func (result i32)))
  (table $functions 2 funcref)
  (table $externals 2 externref)
  (global $function (mut funcref) (ref.null func))
  (elem declare func $zero)
  ;; Function 0 on purpose: it is what a reference of zero bits would be.
  (func $zero (result i32) (i32.const 42))
  ;; Leaves references where the locals of the next function may come to lie.
  (func $soil (result i32)
    (local $a funcref) (local $b funcref) (local $c funcref) (local $d funcref)
    (local.set $a (ref.func $zero))
    (local.set $b (ref.func $zero))
    (local.set $c (ref.func $zero))
    (local.set $d (ref.func $zero))
    (i32.or
      (i32.or (ref.is_null (local.get $a)) (ref.is_null (local.get $b)))
      (i32.or (ref.is_null (local.get $c)) (ref.is_null (local.get $d)))))
  (func $locals_are_null (result i32)
    (local $a funcref) (local $b externref) (local $c funcref) (local $d externref)
    (i32.and
      (i32.and (ref.is_null (local.get $a)) (ref.is_null (local.get $b)))
      (i32.and (ref.is_null (local.get $c)) (ref.is_null (local.get $d)))))
  (func (export "are_null") (result i32)
    (drop (call $soil))
    (if (i32.eqz (call $locals_are_null)) (then (return (i32.const 0))))
    (if (i32.eqz (ref.is_null (table.get $functions (i32.const 1)))) (then (return (i32.const 0))))
    (if (i32.eqz (ref.is_null (table.get $externals (i32.const 1)))) (then (return (i32.const 0))))
    (ref.is_null (global.get $function)))
  (func (export "call_local") (result i32)
    (local $unset funcref)
    (drop (call $soil))
    (table.set $functions (i32.const 0) (local.get $unset))
    (call_indirect $functions (type $answer) (i32.const 0))))
