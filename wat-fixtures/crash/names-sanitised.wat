;;! title    = "names of the guest appear in messages bounded and without control characters"
;;! level    = "should"
;;! spec     = "owed to every user of a sandbox: a message can be shown on a terminal"
;;! evidence = ["Node 20: a LinkError holds escape sequences and line breaks as they are", "librefang #3865"]
;;! row      = "crash.report.names-sanitised"
;;! generate = { kind = "hostile-names", bytes = 50000 }
;;! check    = "messages-are-tame"
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "link" }
