;;! title    = "globals whose initial values are huge arrays end by a limit or a trap, not by the host's end"
;;! level    = "must"
;;! spec     = "core 3.0, exec/modules: evaluating the initial values of globals"
;;! evidence = ["wasmtime instantiate_global_init_oom"]
;;! row      = "ex.instantiate.global-init-gc-oom"
;;! requires = ["gc"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { any = [
;;!   { limit = ["memory", "fuel", "time"], phase = ["instantiate", "start"] },
;;!   { trapped = "*", phase = ["instantiate", "start"] },
;;! ] }

;; 2,147,483,647 elements of eight bytes: more than any host may have.
(module
  (type $numbers (array (mut i64)))
  (global (ref $numbers) (array.new_default $numbers (i32.const 0x7fffffff)))
  (func (export "probe")))
