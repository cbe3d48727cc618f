;; Keeps a group alive.
(module
  (func (export "nothing")))
