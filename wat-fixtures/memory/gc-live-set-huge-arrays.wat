;;! title    = "a guest that keeps arrays of 128 MB each is ended like one that keeps small objects"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: the heap of garbage-collected objects is bounded like any memory"
;;! evidence = ["V8 14.6: a heap that is full by one huge allocation ends the process"]
;;! row      = "mem.gc.live-set-bounded"
;;! requires = ["gc"]
;;!
;;! [[step]]
;;! call   = "keep_all"
;;! expect = { any = [{ limit = ["memory", "fuel"] }, { trapped = "allocation-failure" }] }
(module
  (type $numbers (array (mut i64)))
  (type $node (struct (field (ref $numbers)) (field anyref)))
  (global $kept (mut anyref) (ref.null any))
  (func (export "keep_all")
    (loop $more
      (global.set $kept
        (struct.new $node (array.new_default $numbers (i32.const 16000000)) (global.get $kept)))
      (br $more))))
