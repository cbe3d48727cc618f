;;! title    = "a member of a group that fails in its start function leaves the others whole, and what it wrote in them"
;;! level    = "must"
;;! spec     = "core 3.0, exec/modules Instantiation: a trap in the start function undoes nothing"
;;! evidence = ["wasmtime misc_testsuite: partial-init-table-segment.wast", "core specification, the order of instantiation"]
;;! row      = "life.instantiate.order"
;;! modules  = { library = "guests/library.wat" }
;;!
;;! [[step]]
;;! instantiate = "library"
;;! group       = "pair"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! group       = "pair"
;;! link        = { library = "library" }
;;! expect      = { trapped = "unreachable", phase = "start" }
;;!
;;! [[step]]
;;! call   = "count"
;;! on     = "library"
;;! expect = { any = [
;;!   { returned = ["i32:1"], when = { state = "persists" } },
;;!   { returned = ["i32:0"], when = { state = "fresh-per-call" } },
;;! ] }
;;!
;;! [[step]]
;;! call   = "answer"
;;! on     = "library"
;;! expect = { returned = ["i32:42"] }
(module
  (import "library" "bump" (func $bump))
  (func $start (call $bump) unreachable)
  (start $start))
