// The protocol: lines in, framed replies out, handles, and what is refused before the engine is asked. The engine is in
// engine.go. All of the protocol: docs/protocol.md of the kit.
package main

import (
	"bufio"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"slices"
)

// A request of the kit; which fields are set depends on Op.
type request struct {
	ID              int64
	Op              string
	Nonce           string
	Kind            string
	Wasm            struct{ Path, Base64, SHA256 string }
	Module, Sandbox int
	Export          string
	Args            []value
	Limits          map[string]json.Number
	Grants          []struct{ Capability, Scope string }
	WASI            json.RawMessage
	Group           *string
	Link            map[string]int
}

// A value is a number: integers are unsigned decimals on the wire, floats are the decimal of their bits.
type value struct {
	Type  string `json:"type"`
	Value any    `json:"value"`
}

// A reply is without its id.
type reply map[string]any

// An outcome says how a request ended.
func outcome(detail reply) reply { return reply{"outcome": detail} }

func rejected(phase, reason string) reply {
	return outcome(reply{"kind": "rejected", "phase": phase, "reason": reason})
}

func limited(phase, resource string) reply {
	return outcome(reply{"kind": "limit", "phase": phase, "resource": resource})
}

func unsupported(feature string) reply {
	return outcome(reply{"kind": "unsupported", "feature": feature})
}

func hostError(message string) reply { return outcome(reply{"kind": "host-error", "message": message}) }

var (
	nonce   string
	handles int
	modules = map[int]*module{}
	guests  = map[int]*guest{}
)

func newHandle() int {
	handles++
	return handles
}

// send writes a message in one write. The nonce is what no guest knows: with it a guest that reaches stdout can't forge
// a reply.
func send(id int64, message reply) {
	message["id"] = id
	text, err := json.Marshal(message)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("\n@%s %s\n", nonce, text)
}

// refusal is for a limit or a right that this host does not have: it is refused, never ignored.
func (r *request) refusal(limits ...string) reply {
	for field := range r.Limits {
		if !slices.Contains(limits, field) {
			return unsupported("limit:" + field)
		}
	}
	switch {
	// FILL IN: link the test functions that you provide, one by one; each brings more cases.
	case len(r.Grants) > 0:
		return unsupported("grant:" + r.Grants[0].Capability)
	case r.WASI != nil:
		return unsupported("wasi-p1")
	// FILL IN: sandboxes that share a store, and imports from each other.
	case r.Group != nil || r.Link != nil:
		return unsupported("group")
	}
	return nil
}

// limit is one of the request, or what holds where it is left out.
func (r *request) limit(field string, byDefault uint64) uint64 {
	if number, err := r.Limits[field].Int64(); err == nil && number >= 0 {
		return uint64(number)
	}
	return byDefault
}

func (r *request) load() reply {
	if refusal := r.refusal(); refusal != nil {
		return refusal
	}
	if r.Kind != "module" {
		return unsupported("component-model")
	}
	wasm, err := base64.StdEncoding.DecodeString(r.Wasm.Base64)
	if r.Wasm.Path != "" {
		wasm, err = os.ReadFile(r.Wasm.Path)
	}
	if err != nil {
		return hostError(err.Error())
	}
	if digest := sha256.Sum256(wasm); hex.EncodeToString(digest[:]) != r.Wasm.SHA256 {
		return rejected("decode", "digest")
	}
	r.started()
	compiled, refusal := compile(wasm)
	if refusal != nil {
		return refusal
	}
	handle := newHandle()
	modules[handle] = compiled
	return reply{"module": handle}
}

func (r *request) instantiate() reply {
	if refusal := r.refusal("memoryBytes", "wallMs"); refusal != nil {
		return refusal
	}
	m := modules[r.Module]
	if m == nil {
		return rejected("call", "unknown-handle")
	}
	r.started()
	g, refusal := m.instantiate(r.limit("memoryBytes", defaultMemoryBytes), r.limit("wallMs", defaultWallMs))
	if refusal != nil {
		return refusal
	}
	handle := newHandle()
	guests[handle] = g
	return reply{"sandbox": handle}
}

func (r *request) call() reply {
	if refusal := r.refusal("wallMs"); refusal != nil {
		return refusal
	}
	g := guests[r.Sandbox]
	if g == nil {
		return rejected("call", "unknown-handle")
	}
	r.started()
	return g.call(r.Export, r.Args, r.limit("wallMs", g.wallMs))
}

func (r *request) drop() reply {
	g, m := guests[r.Sandbox], modules[r.Module]
	switch {
	case g != nil:
		g.close()
		delete(guests, r.Sandbox)
	case m != nil:
		m.close()
		delete(modules, r.Module)
	default:
		return rejected("call", "unknown-handle")
	}
	return reply{}
}

// started says that guest bytes are about to work.
func (r *request) started() { send(r.ID, reply{"started": true}) }

func (r *request) answer() (answer reply) {
	defer func() {
		if recovered := recover(); recovered != nil {
			answer = hostError(fmt.Sprint(recovered))
		}
	}()
	switch r.Op {
	case "hello":
		nonce = r.Nonce
		return description()
	case "load":
		return r.load()
	case "instantiate":
		return r.instantiate()
	case "call":
		return r.call()
	case "drop":
		return r.drop()
	case "ping":
		return reply{}
	}
	return unsupported("op:" + r.Op)
}

func main() {
	for lines := bufio.NewReader(os.Stdin); ; {
		line, err := lines.ReadBytes('\n')
		if err != nil {
			return
		}
		var r request
		if err := json.Unmarshal(line, &r); err != nil {
			log.Fatal(err)
		}
		if r.Op == "bye" {
			return
		}
		send(r.ID, r.answer())
	}
}
