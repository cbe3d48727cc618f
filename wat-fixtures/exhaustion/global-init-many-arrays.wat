;;! title    = "globals whose initial values together are more than the host's memory end by a limit or a trap"
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

;; Each array is within what an engine takes (128 MiB); sixteen of them are 2 GiB.
(module
  (type $numbers (array (mut i64)))
  (global (ref $numbers) (array.new_default $numbers (i32.const 0x1000000)))
  (global (ref $numbers) (array.new_default $numbers (i32.const 0x1000000)))
  (global (ref $numbers) (array.new_default $numbers (i32.const 0x1000000)))
  (global (ref $numbers) (array.new_default $numbers (i32.const 0x1000000)))
  (global (ref $numbers) (array.new_default $numbers (i32.const 0x1000000)))
  (global (ref $numbers) (array.new_default $numbers (i32.const 0x1000000)))
  (global (ref $numbers) (array.new_default $numbers (i32.const 0x1000000)))
  (global (ref $numbers) (array.new_default $numbers (i32.const 0x1000000)))
  (global (ref $numbers) (array.new_default $numbers (i32.const 0x1000000)))
  (global (ref $numbers) (array.new_default $numbers (i32.const 0x1000000)))
  (global (ref $numbers) (array.new_default $numbers (i32.const 0x1000000)))
  (global (ref $numbers) (array.new_default $numbers (i32.const 0x1000000)))
  (global (ref $numbers) (array.new_default $numbers (i32.const 0x1000000)))
  (global (ref $numbers) (array.new_default $numbers (i32.const 0x1000000)))
  (global (ref $numbers) (array.new_default $numbers (i32.const 0x1000000)))
  (global (ref $numbers) (array.new_default $numbers (i32.const 0x1000000)))
  (func (export "probe")))
