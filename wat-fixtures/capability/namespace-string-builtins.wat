;;! title    = "the engine's own string functions are not linked because a guest asks for them"
;;! level    = "must"
;;! spec     = "JS-API, builtins are imported only where the embedder turns them on; host protocol, grants"
;;! evidence = [
;;!   "JS String Builtins overview: builtins are opt-in",
;;!   "RUSTSEC-2025-0112 (CVE-2025-62711): intrinsics of the host reached by a guest",
;;! ]
;;! row      = "cap.import.host-internal-namespace"
;;! requires = ["bulk-memory", "reference-types"]
;;! modules  = { constants = "guests/imports-string-constant.wat" }
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
;;!
;;! [[step]]
;;! instantiate = "constants"
;;! expect      = { rejected = "link" }

;; With them a guest that may make no string can make any.
(module
  (import "wasm:js-string" "fromCharCode" (func $from-char-code (param i32) (result externref)))
  (func (export "run") (drop (call $from-char-code (i32.const 65)))))
