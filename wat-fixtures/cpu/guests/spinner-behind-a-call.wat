(module
  (func $forever (loop $again (br $again)))
  (func (export "spin") (call $forever)))
