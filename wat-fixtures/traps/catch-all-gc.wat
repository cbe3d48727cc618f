;;! title    = "no handler of the guest runs for a trap of an operator on objects"
;;! level    = "must"
;;! spec     = "core 3.0, exec/runtime exceptions: a trap is no exception"
;;! evidence = ["hosts on the JVM or on JavaScript have exceptions of their own for all three"]
;;! row      = "crash.trap.not-catchable"
;;! requires = ["exceptions", "gc"]
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "struct"
;;! expect = { trapped = "null-reference" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "cast"
;;! expect = { trapped = "cast-failure" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "array"
;;! expect = { trapped = "array-out-of-bounds" }
(module
  (tag $tag)
  (type $pair (struct (field i32 i32)))
  (type $words (array i32))
  (global $no_pair (mut (ref null $pair)) (ref.null $pair))
  (global $number (mut anyref) (ref.i31 (i32.const 1)))
  (global $words (mut (ref $words)) (array.new $words (i32.const 0) (i32.const 2)))
  (func (export "struct")
    (block $caught
      (try_table (catch $tag $caught) (catch_all $caught)
        (drop (struct.get $pair 0 (global.get $no_pair))))))
  (func (export "cast")
    (block $caught
      (try_table (catch $tag $caught) (catch_all $caught)
        (drop (ref.cast (ref $pair) (global.get $number))))))
  (func (export "array")
    (block $caught
      (try_table (catch $tag $caught) (catch_all $caught)
        (drop (array.get $words (global.get $words) (i32.const 2)))))))
