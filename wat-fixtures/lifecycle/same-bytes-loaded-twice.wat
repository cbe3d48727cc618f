;;! title    = "the same bytes loaded twice are two modules: dropping one leaves the other"
;;! level    = "must"
;;! spec     = "host protocol, load and drop; owed to every user of a cache of compiled modules"
;;! evidence = ["Extism: test_disable_cache", "Chicory's successor: integrity of the cache"]
;;! row      = "life.compile.trap-policy-from-cache"
;;! modules  = { again = "main" }
;;!
;;! [[step]]
;;! load = "main"
;;!
;;! [[step]]
;;! load = "again"
;;!
;;! [[step]]
;;! drop = "main"
;;! what = "module"
;;!
;;! [[step]]
;;! instantiate = "again"
;;!
;;! [[step]]
;;! call   = "answer"
;;! on     = "again"
;;! expect = { returned = ["i32:42"] }
(module
  (func (export "answer") (result i32) (i32.const 42)))
