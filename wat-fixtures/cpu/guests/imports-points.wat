(module
  (import "env" "wasmer_metering_remaining_points" (global $points (mut i64)))
  (func (export "mint")
    (global.set $points (i64.const 0x3fffffffffffffff))))
