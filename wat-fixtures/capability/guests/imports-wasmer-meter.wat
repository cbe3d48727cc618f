(module (import "metered" "wasmer_metering_remaining_points" (global $points (mut i64))))
