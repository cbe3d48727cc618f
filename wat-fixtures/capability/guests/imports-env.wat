(module
  (import "env" "emscripten_run_script" (func $run-script (param i32)))
  (func (export "run") (call $run-script (i32.const 0))))
