;;! title    = "a guest that makes garbage and keeps little goes on for as long as it likes"
;;! level    = "should"
;;! spec     = "owed to every user of a sandbox: what a guest no longer reaches does not count against it"
;;! evidence = ["wasmtime tests/all/gc.rs, gc_heap_does_not_grow_unboundedly"]
;;! row      = "mem.gc.garbage-collected"
;;! requires = ["gc"]
;;!
;;! [[step]]
;;! call   = "make_garbage"
;;! expect = { returned = ["i32:32768"] }
(module
  (type $bytes (array (mut i64)))
  (type $node (struct (field (ref null $node)) (field (ref $bytes))))
  ;; 32 KiB a round, 1 GiB in all; two rounds' worth is alive at any time.
  (func (export "make_garbage") (result i32)
    (local $rounds i32)
    (local $last (ref null $node))
    (loop $more
      (local.set $last
        (struct.new $node (ref.null $node) (array.new $bytes (i64.const 1) (i32.const 4096))))
      (local.set $rounds (i32.add (local.get $rounds) (i32.const 1)))
      (br_if $more (i32.lt_u (local.get $rounds) (i32.const 32768))))
    (local.get $rounds)))
