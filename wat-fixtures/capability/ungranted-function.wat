;;! title    = "an import that nobody granted is refused before the guest runs, or ends the guest where it is called"
;;! level    = "must"
;;! spec     = "core 3.0, exec/modules Instantiation (imports are given by the embedder); host protocol, grants"
;;! evidence = ["wasmtime linker.rs: link_undefined, test_trapping_unknown_import", "wazero: module[x] not instantiated"]
;;! row      = "cap.import.ungranted-rejected"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { any = [
;;!   { rejected = "link" },
;;!   { done = true, when = { unknownImports = "trap-on-call" } },
;;! ] }
;;!
;;! [[step]]
;;! call   = "run"
;;! expect = { denied = "host-function" }
(module
  (import "env" "secret" (func $secret (result i32)))
  (func (export "run") (drop (call $secret))))
