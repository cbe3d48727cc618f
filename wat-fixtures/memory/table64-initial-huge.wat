;;! title    = "a 64-bit table too large for any machine is refused in good order"
;;! level    = "must"
;;! spec     = "core 3.0, valid/types table types: up to 2^64 - 1 elements are valid; owed to every user: a limit counts what is declared"
;;! evidence = ["RUSTSEC-2026-0114 (CVE-2026-44216)", "wasmtime tests/misc_testsuite/memory64/table-too-big.wast"]
;;! row      = "mem.table64.huge-initial"
;;! requires = ["memory64", "bulk-memory", "reference-types"]
;;! limits   = { table = 100 }
;;! # (table i64 0x2000_0000_0000_0000 funcref), which the compiler refuses: at 8 bytes each no bytes in 64 bits.
;;! bytes    = ["0061736d 01000000", "04 0c 01", "70 04 80 80 80 80 80 80 80 80 20"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { any = [
;;!   { limit = ["table", "memory"], phase = "instantiate" },
;;!   { rejected = ["decode", "validate", "instantiate"] },
;;! ] }
