;;! title    = "a guest that keeps large arrays is ended as one that keeps small objects is"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: the heap of garbage-collected objects is bounded, wherever large ones are kept"
;;! evidence = ["wasmtime tests/all/gc.rs, gc_heap_oom"]
;;! row      = "mem.gc.live-set-bounded"
;;! requires = ["gc"]
;;!
;;! [[step]]
;;! call   = "keep_all"
;;! expect = { any = [{ limit = ["memory", "fuel"] }, { trapped = "allocation-failure" }] }
(module
  (type $bytes (array (mut i8)))
  (type $node (struct (field (ref null $node)) (field (ref $bytes))))
  (func (export "keep_all")
    (local $head (ref null $node))
    (loop $more
      (local.set $head
        (struct.new $node (local.get $head) (array.new_default $bytes (i32.const 0x1000000))))
      (br $more))))
