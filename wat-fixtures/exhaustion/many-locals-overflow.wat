;;! title    = "declarations of locals that add up to more than 2^32-1 are malformed"
;;! level    = "must"
;;! spec     = "core 3.0, binary/modules code section"
;;! evidence = ["core 3.0, binary/modules: the sum must be below 2^32", "ziggy42/epsilon #67"]
;;! row      = "ex.compile.many-locals"
;;! generate = { kind = "locals", count = 4294967295, groups = 2 }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = ["decode", "validate"] }

;; A sum in 32 bits comes to 4,294,967,294, which a host with a limit on the sum alone would refuse as well; in 64 bits it is too large
;; by itself. A host may meet its own limit in the first group, before the sum is known: that is why either phase is right.
