;;! title    = "an exception of a callback's reaches a handler through the host, or ends the guest; another tag's handler never sees it"
;;! level    = "should"
;;! spec     = "JS-API, Exception: tags are compared by identity"
;;! evidence = ["Node 20: e.is(t2) is false"]
;;! row      = "js.exception.foreign-tag"
;;! requires = ["exceptions", "multi-value"]
;;! grants   = ["host-function:call-back"]
;;!
;;! [[step]]
;;! call   = "run"
;;! expect = { any = [{ returned = ["i32:5"] }, { threw = true }, { trapped = "host-function" }] }

(module
  (import "sandproof:test" "call-back" (func $call_back (param i32) (result i32)))
  ;; Two tags of one type.
  (tag $thrown (param i32))
  (tag $other (param i32))
  (func (export "callback") (param i32) (result i32)
    (throw $thrown (i32.const 5)))
  (func (export "run") (result i32)
    (block $theirs (result i32)
      (block $mine (result i32)
        (try_table (catch $other $theirs) (catch $thrown $mine)
          (return (call $call_back (i32.const 0))))
        (unreachable))
      (return))
    (drop)
    (i32.const -1)))
