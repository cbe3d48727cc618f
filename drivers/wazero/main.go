// A driver for wazero (https://wazero.io): it speaks Sandproof's host protocol (docs/protocol.md) on stdin and stdout,
// and runs each sandbox as a wazero module in a runtime of its own.
//
//	main.go       the protocol: lines in, replies out
//	host.go       what the host is and has: modules, sandboxes, groups
//	sandbox.go    one instance: running it, ending it, what it used
//	domain.go     a trust domain: one wazero.Runtime, and the memory that its guests may have
//	functions.go  the test functions that guests are granted
//	outcome.go    what wazero's errors mean
//	values.go     values on the wire
//
// What is missing wazero has no way for: fuel, and limits of tables, of the stack, and of the time to compile.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"sync"
)

// A request of the kit; which fields are set depends on Op.
type request struct {
	ID                  int64
	Op                  string
	Nonce               string
	Kind                string
	Wasm                struct{ Path, Base64, SHA256 string }
	Module, Sandbox     handle
	Limits              limits
	Grants, Add, Remove []grant
	WASI                json.RawMessage
	Group               *string
	Link                map[string]handle
	Export              string
	Args                []value
}

type grant struct{ Capability, Scope string }

// A handle is the JSON text that the kit sent. Ours are numbers; no other text is found.
type handle string

func (h *handle) UnmarshalJSON(text []byte) error { *h = handle(text); return nil }
func (h handle) MarshalJSON() ([]byte, error)     { return []byte(h), nil }

// A reply is without its id.
type reply map[string]any

var (
	nonce  string
	stdout sync.Mutex
)

// send writes a message in one write. The nonce keeps guests from forging one.
func send(id int64, message reply) {
	message["id"] = id
	text, err := json.Marshal(message)
	if err != nil {
		log.Fatal(err)
	}
	stdout.Lock()
	defer stdout.Unlock()
	fmt.Printf("\n@%s %s\n", nonce, text)
}

func main() {
	interpreter := flag.Bool("interpreter", false, "interpret guests instead of compiling them")
	flag.Parse()

	host := newHost(*interpreter)
	for lines := bufio.NewReader(os.Stdin); ; {
		line, err := lines.ReadBytes('\n')
		if err != nil {
			return
		}
		var r request
		if err := json.Unmarshal(line, &r); err != nil {
			log.Fatal(err)
		}
		switch r.Op {
		case "hello":
			nonce = r.Nonce
			send(r.ID, host.describe())
		case "bye":
			return
		default: // Each in its goroutine, so that cancel and drop reach a guest that runs.
			go func() { send(r.ID, host.handle(&r, func() { send(r.ID, reply{"started": true}) })) }()
		}
	}
}
