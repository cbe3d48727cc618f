package main

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// What holds where a request names no limit.
const (
	defaultMemoryBytes   = 64 << 20
	defaultWallMs        = 5000
	defaultInstances     = 100
	defaultOutputBytes   = 1 << 20
	defaultHostcallBytes = 16 << 20
	defaultModuleBytes   = 32 << 20
)

// Stable is WebAssembly 2.0. The others are experimental, and may change with any release of wazero.
// https://pkg.go.dev/github.com/tetratelabs/wazero@v1.12.0/experimental#pkg-constants
const coreFeatures = api.CoreFeaturesV2 |
	experimental.CoreFeaturesThreads |
	experimental.CoreFeaturesTailCall |
	experimental.CoreFeaturesExtendedConst |
	experimental.CoreFeaturesExceptionHandling |
	experimental.CoreFeaturesTypedFunctionReferences

const features = `multi-value mutable-globals sign-extension saturating-float-to-int bulk-memory reference-types simd
	threads tail-call extended-const exceptions function-references
	typed-calls group output references regrant`

type host struct {
	name      string
	config    wazero.RuntimeConfig
	mu        sync.Mutex
	modules   map[handle]*module
	sandboxes map[handle]*sandbox
	groups    map[string]*domain
}

// A module is kept as bytes, for the runtimes to come, and compiled, for the cache to have its code.
type module struct {
	wasm     []byte
	runtime  wazero.Runtime
	compiled wazero.CompiledModule
}

var numbers atomic.Uint64

// newNumber gives each number once, for handles and for references.
func newNumber() uint64 { return numbers.Add(1) }
func newHandle() handle { return handle(strconv.FormatUint(newNumber(), 10)) }

func newHost(interpreter bool) *host {
	name, config := "wazero", wazero.NewRuntimeConfigCompiler()
	if interpreter {
		name, config = "wazero-interpreter", wazero.NewRuntimeConfigInterpreter()
	}
	return &host{
		name: name,
		config: config.
			WithCoreFeatures(coreFeatures).
			WithCloseOnContextDone(true). // For deadlines and cancellation.
			WithDebugInfoEnabled(false).  // A guest's DWARF is one more thing to parse.
			WithCompilationCache(wazero.NewCompilationCache()),
		modules:   map[handle]*module{},
		sandboxes: map[handle]*sandbox{},
		groups:    map[string]*domain{},
	}
}

func (h *host) describe() reply {
	version := "0.0.0"
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, dependency := range info.Deps {
			if dependency.Path == "github.com/tetratelabs/wazero" {
				version = strings.TrimPrefix(dependency.Version, "v")
			}
		}
	}
	known := strings.Fields(features)
	for name := range testFunctions {
		known = append(known, hostFunction+":"+name)
	}
	bound := func(mechanism string, granularity, byDefault uint64) reply {
		return reply{"supported": true, "mechanism": mechanism, "granularity": granularity, "default": byDefault}
	}
	return reply{
		"protocol": 1,
		"host": reply{
			"name": h.name, "version": version, "engine": "wazero", "engineVersion": version,
			"language": "Go", "os": runtime.GOOS, "arch": runtime.GOARCH,
		},
		"profiles": []string{"core"},
		"features": known,
		"limits": reply{
			"memoryBytes":   bound("memory-allocator", pageBytes, defaultMemoryBytes),
			"wallMs":        bound("context", 1, defaultWallMs),
			"instances":     bound("driver", 1, defaultInstances),
			"outputBytes":   bound("driver", 1, defaultOutputBytes),
			"hostcallBytes": bound("driver", 1, defaultHostcallBytes),
			"moduleBytes":   bound("driver", 1, defaultModuleBytes),
		},
		"concurrency": 8,
		"declares": reply{
			"cpu": reply{
				"mechanism": "deadline", "hostCallsInterruptible": true, "slackMs": 50,
				"link": "https://pkg.go.dev/github.com/tetratelabs/wazero@v1.12.0#RuntimeConfig",
			},
			"memory": reply{
				"growFailure": "minus-one", "scope": "sandbox",
				"link": "https://pkg.go.dev/github.com/tetratelabs/wazero@v1.12.0/experimental#LinearMemory",
			},
			"trapMerging":  [][]string{{"uninitialized-element", "table-out-of-bounds"}}, // "invalid table access"
			"phaseMerging": [][]string{{"decode", "validate"}},                           // CompileModule does both.
		},
	}
}

func (h *host) handle(r *request, started func()) reply {
	switch r.Op {
	case "ping":
		return reply{}
	case "load":
		return h.load(r, started)
	case "instantiate":
		return h.instantiate(r, started)
	case "drop":
		return h.drop(r)
	case "call", "inspect", "cancel", "regrant":
	default:
		return unsupported("op:" + r.Op).reply()
	}
	h.mu.Lock()
	s := h.sandboxes[r.Sandbox]
	h.mu.Unlock()
	if s == nil {
		return rejected("call", "unknown-handle").reply()
	}
	switch r.Op {
	case "inspect":
		return reply{"usage": s.usage()}
	case "cancel":
		s.cancel()
		return reply{}
	case "regrant":
		return s.regrant(r)
	}
	if refusal := r.Limits.unknown("wallMs"); refusal != nil {
		return refusal.reply()
	}
	if !s.domain.running.TryLock() {
		return rejected("call", "busy").reply()
	}
	defer s.domain.running.Unlock()
	answer := s.call(r, started).reply()
	answer["usage"] = s.usage()
	return s.withOutput(answer)
}

// Limits by field. Fuel would come as text, all others are numbers.
type limits map[string]json.Number

func (l limits) get(field string, byDefault uint64) uint64 {
	if number, ok := l[field]; ok {
		f, _ := number.Float64()
		return uint64(f)
	}
	return byDefault
}

// unknown refuses a limit that is not among those that are enforced.
func (l limits) unknown(enforced ...string) *outcome {
	for field := range l {
		if !slices.Contains(enforced, field) {
			return unsupported("limit:" + field)
		}
	}
	return nil
}

func (h *host) load(r *request, started func()) reply {
	if r.Kind != "module" {
		return unsupported("component-model").reply()
	}
	if refusal := r.Limits.unknown("moduleBytes"); refusal != nil {
		return refusal.reply()
	}
	wasm, err := base64.StdEncoding.DecodeString(r.Wasm.Base64)
	if r.Wasm.Path != "" {
		wasm, err = os.ReadFile(r.Wasm.Path)
	}
	if err != nil {
		return (&outcome{Kind: "host-error", Message: tame(err.Error())}).reply()
	}
	if digest := sha256.Sum256(wasm); hex.EncodeToString(digest[:]) != r.Wasm.SHA256 {
		return rejected("decode", "digest").reply()
	}
	if uint64(len(wasm)) > r.Limits.get("moduleBytes", defaultModuleBytes) {
		return limit("decode", "module-size").reply()
	}
	started()
	m := &module{wasm: wasm, runtime: wazero.NewRuntimeWithConfig(context.Background(), h.config)}
	if err := m.compile(); err != nil {
		_ = m.runtime.Close(context.Background())
		o := rejected("validate", "")
		if errors.Is(err, errPanic) {
			o.Kind = "host-error"
		}
		o.Message = tame(err.Error())
		return o.reply()
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	name := newHandle()
	h.modules[name] = m
	return reply{"module": name}
}

func (m *module) compile() (err error) {
	defer catch(&err)
	m.compiled, err = m.runtime.CompileModule(context.Background(), m.wasm)
	return err
}

func (h *host) instantiate(r *request, started func()) reply {
	refusal := r.Limits.unknown("memoryBytes", "wallMs", "instances", "outputBytes", "hostcallBytes")
	if refusal == nil {
		refusal = unknownGrant(r.Grants...)
	}
	if refusal == nil && r.WASI != nil {
		refusal = unsupported("wasi-p1")
	}
	if refusal != nil {
		return refusal.reply()
	}
	m, d, refusal := h.join(r)
	if refusal != nil {
		return refusal.reply()
	}
	started()
	d.running.Lock()
	defer d.running.Unlock()
	s := newSandbox(d, r)
	links, refusal := h.links(r, d)
	if refusal == nil {
		refusal = s.instantiate(m, links)
	}
	if refusal != nil {
		h.leave(d)
		return s.withOutput(refusal.reply())
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	name := newHandle()
	h.sandboxes[name] = s
	return s.withOutput(reply{"sandbox": name})
}

// join finds the module, and the domain: a new one, or the group's, which has the limits of its first member.
func (h *host) join(r *request) (*module, *domain, *outcome) {
	h.mu.Lock()
	defer h.mu.Unlock()
	m := h.modules[r.Module]
	if m == nil {
		return nil, nil, rejected("call", "unknown-handle")
	}
	var d *domain
	if r.Group != nil {
		d = h.groups[*r.Group]
	}
	if d == nil {
		d = newDomain(h.config, r.Limits)
	}
	if d.members == d.instances {
		return nil, nil, limit("instantiate", "instances")
	}
	d.members++
	if d.group = r.Group; r.Group != nil {
		h.groups[*r.Group] = d
	}
	return m, d, nil
}

// leave closes a domain with its last member: until then the others may use what one left. The caller holds the domain.
func (h *host) leave(d *domain) {
	h.mu.Lock()
	d.members--
	last := d.members == 0
	if last && d.group != nil {
		delete(h.groups, *d.group)
	}
	h.mu.Unlock()
	if last {
		d.close()
	}
}

// links finds the sandboxes that stand behind import modules. None may stand for what hosts grant.
func (h *host) links(r *request, d *domain) (map[string]*sandbox, *outcome) {
	h.mu.Lock()
	defer h.mu.Unlock()
	links := map[string]*sandbox{}
	for name, member := range r.Link {
		s := h.sandboxes[member]
		if s == nil || s.domain != d || s.isClosed() || name == testModule || strings.HasPrefix(name, "wasi_") {
			return nil, rejected("link", "")
		}
		links[name] = s
	}
	return links, nil
}

func (h *host) drop(r *request) reply {
	h.mu.Lock()
	s, m := h.sandboxes[r.Sandbox], h.modules[r.Module]
	delete(h.sandboxes, r.Sandbox)
	delete(h.modules, r.Module)
	h.mu.Unlock()
	switch {
	case s != nil:
		s.closed.Store(true)
		s.cancel()
		s.domain.running.Lock()
		defer s.domain.running.Unlock()
		h.leave(s.domain)
	case m != nil:
		_ = m.compiled.Close(context.Background())
		_ = m.runtime.Close(context.Background())
		debug.FreeOSMemory() // Code is unmapped by finalizers, and may be much more than the module's bytes.
	default:
		return rejected("call", "unknown-handle").reply()
	}
	return reply{}
}
