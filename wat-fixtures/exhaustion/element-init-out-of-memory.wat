;;! title    = "an element segment whose values are huge arrays ends by a limit or a trap, not by the host's end"
;;! level    = "must"
;;! spec     = "core 3.0, exec/modules: evaluating the values of element segments"
;;! evidence = ["wasmtime elem_const_eval_oom"]
;;! row      = "ex.instantiate.global-init-gc-oom"
;;! requires = ["gc"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { any = [
;;!   { limit = ["memory", "fuel", "time"], phase = ["instantiate", "start"] },
;;!   { trapped = "*", phase = ["instantiate", "start"] },
;;! ] }

(module
  (type $numbers (array (mut i64)))
  (table 4 arrayref)
  (elem (i32.const 0) arrayref
    (item (array.new_default $numbers (i32.const 0x7fffffff)))
    (item (array.new_default $numbers (i32.const 0x7fffffff))))
  (func (export "probe")))
