;;! title    = "a sandbox made without a stated memory limit still has one, below the whole address space"
;;! level    = "must"
;;! spec     = "docs/protocol.md, limits: what is absent is the host's documented default; owed to every user: nothing is unlimited"
;;! evidence = ["Node 20 grants 63 times 64 MiB to a memory without a maximum", "openclaw/Phoenix #13370"]
;;! row      = "mem.limit.fail-closed-when-absent-max"
;;! requires = ["limit:memoryBytes"]
;;!
;;! [[step]]
;;! call   = "grow_until_failure"
;;! expect = { any = [
;;!   { returned = ["i32:1"] },
;;!   { limit = "memory", when = { "memory.growFailure" = "trap" } },
;;! ] }
(module
  (memory 1)
  ;; Touches nothing of what it gets: this is about what a host hands out.
  (func (export "grow_until_failure") (result i32)
    (loop $more
      (br_if $more (i32.ne (memory.grow (i32.const 256)) (i32.const -1))))
    ;; One step before the end of 32-bit addresses, growing by 256 pages fails without any limit.
    (i32.lt_u (memory.size) (i32.const 65281))))
