;;! title    = "a name that looks like a granted one, or equals it only after normalisation, is another name"
;;! level    = "must"
;;! spec     = "core 3.0, syntax/values Names: a name is a sequence of characters, equal to itself and to nothing else"
;;! evidence = ["CWA-2022-002: names that were compared without being exact"]
;;! row      = "cap.import.name-exactness"
;;! grants   = ["host-function:add"]
;;! modules  = { folded = "guests/imports-name-folded.wat" }
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
;;! instantiate = "folded"
;;! expect      = { any = [
;;!   { rejected = "link" },
;;!   { done = true, when = { unknownImports = "trap-on-call" } },
;;! ] }
;;!
;;! [[step]]
;;! call   = "run"
;;! on     = "folded"
;;! expect = { denied = "host-function" }

;; The first letter is the Cyrillic one; the other module's are full-width letters, which NFKC folds.
(module
  (import "sandproof:test" "\d0\b0dd" (func $add (param i32 i32) (result i32)))
  (func (export "run") (drop (call $add (i32.const 1) (i32.const 2)))))
