;;! title    = "a guest that keeps every object it makes is ended, and the host goes on"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: the heap of garbage-collected objects is bounded like any memory"
;;! evidence = ["wasmtime tests/all/gc.rs, gc_heap_oom"]
;;! row      = "mem.gc.live-set-bounded"
;;! requires = ["gc"]
;;!
;;! [[step]]
;;! call   = "keep_all"
;;! expect = { any = [{ limit = ["memory", "fuel"] }, { trapped = "allocation-failure" }] }
(module
  (type $bytes (array (mut i64)))
  (type $node (struct (field (ref null $node)) (field (ref $bytes))))
  (func (export "keep_all")
    (local $head (ref null $node))
    (loop $more
      (local.set $head
        (struct.new $node (local.get $head) (array.new $bytes (i64.const 1) (i32.const 4096))))
      (br $more))))
