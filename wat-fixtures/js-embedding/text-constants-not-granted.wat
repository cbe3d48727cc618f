;;! title    = "a global named by its own text is no import: text constants are there for nobody who was not granted them"
;;! level    = "must"
;;! spec     = "js-string-builtins, overview: imported string constants"
;;! evidence = ["with them a guest makes texts, which turn \"constructor\" \"constructor\" into code"]
;;! row      = "js.builtins.js-string"
;;! requires = ["reference-types", "bulk-memory"]
;;! modules  = { second = "text-constants-not-granted-2.wat" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "link" }
;;!
;;! [[step]]
;;! instantiate = "second"
;;! expect      = { rejected = "link" }

(module
  (import "'" "return process" (global $text externref))
  (func (export "text") (result externref)
    (global.get $text)))
