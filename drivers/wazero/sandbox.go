package main

import (
	"context"
	"encoding/base64"
	"sync"
	"sync/atomic"
	"time"

	"github.com/tetratelabs/wazero/api"
)

// A sandbox is an instance, with what it is granted and what it wrote.
type sandbox struct {
	domain     *domain
	module     api.Module
	wallMs     uint64
	references map[string]uint64
	output     []byte
	truncated  bool
	closed     atomic.Bool

	mu     sync.Mutex
	grants map[string]bool
	stop   context.CancelFunc // Of what is under way.
}

func newSandbox(d *domain, r *request) *sandbox {
	s := &sandbox{
		domain:     d,
		wallMs:     r.Limits.get("wallMs", defaultWallMs),
		references: map[string]uint64{},
		grants:     map[string]bool{},
	}
	for _, grant := range r.Grants {
		s.grants[grant.Scope] = true
	}
	return s
}

// unknownGrant names what this host can't grant.
func unknownGrant(grants ...grant) *outcome {
	for _, grant := range grants {
		if grant.Capability != hostFunction {
			return unsupported("grant:" + grant.Capability)
		}
		if _, known := testFunctions[grant.Scope]; !known {
			return unsupported(hostFunction + ":" + grant.Scope)
		}
	}
	return nil
}

func (s *sandbox) granted(name string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.grants[name]
}

func (s *sandbox) regrant(r *request) reply {
	if refusal := unknownGrant(append(r.Add, r.Remove...)...); refusal != nil {
		return refusal.reply()
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, grant := range r.Remove {
		delete(s.grants, grant.Scope)
	}
	for _, grant := range r.Add {
		s.grants[grant.Scope] = true
	}
	return reply{}
}

func milliseconds(n uint64) time.Duration { return time.Duration(min(n, 1<<40)) * time.Millisecond }

// begin makes the context of a run: its deadline, and what cancel and drop end it by.
func (s *sandbox) begin(wallMs uint64) context.Context {
	ctx, stop := context.WithTimeout(context.Background(), milliseconds(wallMs))
	s.mu.Lock()
	defer s.mu.Unlock()
	s.stop = stop
	if s.closed.Load() { // Dropped since it was looked up.
		stop()
	}
	return ctx
}

func (s *sandbox) end() {
	s.mu.Lock()
	s.stop()
	s.stop = nil
	s.mu.Unlock()
	if s.domain.orphaned {
		s.domain.close()
	}
}

// cancel ends what is under way, if anything is.
func (s *sandbox) cancel() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stop != nil {
		s.stop()
	}
}

// run calls an exported function. At the deadline wazero closes the module.
func run(ctx context.Context, function api.Function, args ...uint64) (results []uint64, err error) {
	defer catch(&err)
	return function.Call(ctx, args...)
}

// instantiate makes the instance and initialises it. The caller holds the domain.
func (s *sandbox) instantiate(m *module, links map[string]*sandbox) *outcome {
	switch {
	case s.isClosed():
		return rejected("call", "closed")
	case s.wallMs == 0:
		return limit("instantiate", "time")
	}
	ctx := s.begin(s.wallMs)
	defer s.end()
	if err := s.domain.instantiate(ctx, s, m.wasm, links); err != nil {
		return outcomeOf(err, "instantiate")
	}
	if initialize := s.module.ExportedFunction("_initialize"); initialize != nil {
		d := initialize.Definition()
		if len(d.ParamTypes())+len(d.ResultTypes()) == 0 {
			if _, err := run(ctx, initialize); err != nil {
				return outcomeOf(err, "start")
			}
		}
	}
	if err := ctx.Err(); err != nil { // Segments are written without a look at the clock.
		return outcomeOf(err, "start")
	}
	return nil
}

// call runs an export. The caller holds the domain.
func (s *sandbox) call(r *request, started func()) *outcome {
	if s.isClosed() {
		return rejected("call", "closed")
	}
	function := s.module.ExportedFunction(r.Export)
	if function == nil {
		return rejected("call", "no-such-export")
	}
	args, ok := s.fromWire(r.Args, function.Definition().ParamTypes())
	if !ok {
		return rejected("call", "argument-mismatch")
	}
	started()
	wallMs := r.Limits.get("wallMs", s.wallMs)
	if wallMs == 0 {
		return limit("call", "time")
	}
	ctx := s.begin(wallMs)
	defer s.end()
	results, err := run(ctx, function, args...)
	if err != nil {
		o := outcomeOf(err, "call")
		if o.Kind == "exited" {
			s.closed.Store(true)
		}
		return o
	}
	values := s.toWire(results, function.Definition().ResultTypes())
	return &outcome{Kind: "returned", Phase: "call", Values: &values}
}

// isClosed knows of modules that wazero closed, too.
func (s *sandbox) isClosed() bool {
	return s.closed.Load() || s.domain.closed.Load() || s.module != nil && s.module.IsClosed()
}

// usage is that of the whole group, whose memory has one limit.
func (s *sandbox) usage() map[string]any {
	s.mu.Lock()
	defer s.mu.Unlock()
	state := "idle"
	if s.stop != nil {
		state = "running"
	} else if s.isClosed() {
		state = "closed"
	}
	return map[string]any{"state": state, "memoryBytes": s.domain.used.Load()}
}

// withOutput adds what the sandbox wrote since the last reply.
func (s *sandbox) withOutput(r reply) reply {
	if len(s.output) > 0 || s.truncated {
		r["output"] = map[string]any{"log": base64.StdEncoding.EncodeToString(s.output), "truncated": s.truncated}
		s.output, s.truncated = nil, false
	}
	return r
}
