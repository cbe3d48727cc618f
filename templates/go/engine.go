package main

// FILL IN: your engine. What stands here runs guests on wazero, a runtime for each, so that the driver works as it is;
// replace it piece by piece, and run `npx sandproof doctor` after each.

import (
	"context"
	"errors"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
)

const pageBytes = 1 << 16

// What holds where a limit is left out.
const (
	defaultMemoryBytes = 64 << 20
	defaultWallMs      = 5000
)

// Code is shared between runtimes.
var config = wazero.NewRuntimeConfig().
	WithCoreFeatures(api.CoreFeaturesV2).
	WithDebugInfoEnabled(false). // A guest's DWARF is one more thing to parse.
	WithCompilationCache(wazero.NewCompilationCache()).
	WithCloseOnContextDone(true) // For deadlines.

// description is what the host says of itself. FILL IN: what yours has, and nothing else; it is all tested.
func description() reply {
	return reply{
		"protocol": 1,
		"host": reply{
			"name": "{{name}}", "version": "0.1.0", "engine": "wazero", "engineVersion": "1.12.0",
			"language": "Go", "os": runtime.GOOS, "arch": runtime.GOARCH,
		},
		"profiles": []string{"core"},
		"features": []string{
			"multi-value", "mutable-globals", "sign-extension", "saturating-float-to-int", "bulk-memory",
			"reference-types", "simd", "typed-calls",
		},
		// FILL IN: `fuel` too, if the engine meters.
		"limits": reply{
			"memoryBytes": reply{
				"supported": true, "mechanism": "memory-pages", "granularity": pageBytes, "default": defaultMemoryBytes,
			},
			"wallMs": reply{"supported": true, "mechanism": "context", "default": defaultWallMs},
		},
		"declares": reply{
			"cpu": reply{"mechanism": "deadline", "slackMs": 50},
			// wazero has one error for each of these pairs. FILL IN: what your engine can't tell apart, or nothing.
			"trapMerging": [][]string{
				{"uninitialized-element", "table-out-of-bounds"},
			},
			"phaseMerging": [][]string{
				{"decode", "validate"},
			},
		},
	}
}

// A module is kept as bytes, for the runtimes to come, and in one of its own, for the cache to have its code.
type module struct {
	wasm    []byte
	runtime wazero.Runtime
}

// compile makes a module of bytes. FILL IN: or says why not: `rejected` at `decode` or `validate`.
func compile(wasm []byte) (*module, reply) {
	m := &module{wasm, wazero.NewRuntimeWithConfig(context.Background(), config)}
	if _, err := m.runtime.CompileModule(context.Background(), wasm); err != nil {
		m.close()
		return nil, outcome(reply{"kind": "rejected", "phase": "validate", "message": firstLine(err)})
	}
	return m, nil
}

func (m *module) close() {
	_ = m.runtime.Close(context.Background())
	debug.FreeOSMemory() // Code is unmapped by finalizers.
}

// A guest is an instance, in a runtime that has its limit of memory.
type guest struct {
	runtime  wazero.Runtime
	instance api.Module
	wallMs   uint64
}

// instantiate makes a guest. FILL IN: links, initialises, runs the start function, then an exported `_initialize`, all
// within the limits.
func (m *module) instantiate(memoryBytes, wallMs uint64) (*guest, reply) {
	if wallMs == 0 {
		return nil, limited("instantiate", "time")
	}
	ctx, stop := withDeadline(wallMs)
	defer stop()
	pages := uint32(min(memoryBytes/pageBytes, 1<<16))
	g := &guest{wallMs: wallMs}
	g.runtime = wazero.NewRuntimeWithConfig(context.Background(), config.WithMemoryLimitPages(pages))
	if refusal := g.start(ctx, m.wasm); refusal != nil {
		g.close()
		return nil, refusal
	}
	return g, nil
}

func (g *guest) start(ctx context.Context, wasm []byte) reply {
	compiled, err := g.runtime.CompileModule(ctx, wasm)
	if err != nil { // It was valid when it was loaded; all that is new is this limit.
		return limited("instantiate", "memory")
	}
	// Nothing is granted, so nothing is linked. Without start functions, or `_start` would run.
	anonymous := wazero.NewModuleConfig().WithName("").WithStartFunctions()
	if g.instance, err = g.runtime.InstantiateModule(ctx, compiled, anonymous); err != nil {
		return ofInstantiate(err)
	}
	initialize := g.instance.ExportedFunction("_initialize")
	if initialize != nil && len(initialize.Definition().ParamTypes())+len(initialize.Definition().ResultTypes()) == 0 {
		if _, err := initialize.Call(ctx); err != nil {
			return ofRun(err, "start")
		}
	}
	if err := ctx.Err(); err != nil { // Segments are written without a look at the clock.
		return ofRun(err, "start")
	}
	return nil
}

// call runs an export. FILL IN: within the limits. Exports are looked up by their own names only.
func (g *guest) call(name string, args []value, wallMs uint64) reply {
	if g.instance.IsClosed() { // By a deadline.
		return rejected("call", "closed")
	}
	function := g.instance.ExportedFunction(name)
	if function == nil {
		return rejected("call", "no-such-export")
	}
	params, results := function.Definition().ParamTypes(), function.Definition().ResultTypes()
	if !areNumbers(params) || !areNumbers(results) {
		return unsupported("references")
	}
	slots, ok := toEngine(args, params)
	if !ok {
		return rejected("call", "argument-mismatch")
	}
	if wallMs == 0 {
		return limited("call", "time")
	}
	ctx, stop := withDeadline(wallMs)
	defer stop()
	slots, err := function.Call(ctx, slots...)
	if err != nil {
		return ofRun(err, "call")
	}
	return outcome(reply{"kind": "returned", "phase": "call", "values": toWire(slots, results)})
}

// close ends a guest. FILL IN: and frees what it had.
func (g *guest) close() { _ = g.runtime.Close(context.Background()) }

func withDeadline(wallMs uint64) (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.Background(), time.Duration(min(wallMs, 1<<40))*time.Millisecond)
}

// bits has the types that are numbers.
var bits = map[api.ValueType]int{
	api.ValueTypeI32: 32, api.ValueTypeI64: 64, api.ValueTypeF32: 32, api.ValueTypeF64: 64,
}

func areNumbers(types []api.ValueType) bool {
	for _, t := range types {
		if bits[t] == 0 {
			return false
		}
	}
	return true
}

func toEngine(args []value, types []api.ValueType) (slots []uint64, ok bool) {
	if len(args) != len(types) {
		return nil, false
	}
	for i, arg := range args {
		text, _ := arg.Value.(string)
		slot, err := strconv.ParseUint(text, 10, bits[types[i]])
		if err != nil || arg.Type != api.ValueTypeName(types[i]) {
			return nil, false
		}
		slots = append(slots, slot)
	}
	return slots, true
}

func toWire(slots []uint64, types []api.ValueType) []value {
	values := []value{}
	for i, t := range types {
		slot := slots[i]
		if bits[t] == 32 {
			slot = uint64(uint32(slot))
		}
		values = append(values, value{api.ValueTypeName(t), strconv.FormatUint(slot, 10)})
	}
	return values
}

// wazero's errors of running guests have no exported types. Their texts are constants, at the inner end of the chain of
// errors, where no name that a guest chose can be. FILL IN: by type, where your engine has types.
var traps = map[string]string{
	"unreachable":                   "unreachable",
	"integer divide by zero":        "integer-divide-by-zero",
	"integer overflow":              "integer-overflow",
	"invalid conversion to integer": "invalid-conversion-to-integer",
	"out of bounds memory access":   "memory-out-of-bounds",
	"invalid table access":          "table-out-of-bounds", // Or an element that nobody set.
	"indirect call type mismatch":   "indirect-call-type-mismatch",
}

func trapped(phase, code string, err error) reply {
	return outcome(reply{"kind": "trapped", "phase": phase, "code": code, "message": firstLine(err)})
}

// ofRun is what an error says that came while guest code ran.
func ofRun(err error, phase string) reply {
	if errors.Is(err, context.DeadlineExceeded) { // Or wazero's sys.ExitError for it.
		return limited(phase, "time")
	}
	innermost := err
	for next := err; next != nil; next = errors.Unwrap(next) {
		innermost = next
	}
	if code, known := traps[innermost.Error()]; known {
		return trapped(phase, code, err)
	}
	if innermost.Error() == "stack overflow" {
		return limited(phase, "stack")
	}
	return hostError(firstLine(err))
}

// ofInstantiate is what an error says of how far an instantiation came. wazero's texts begin with it.
func ofInstantiate(err error) reply {
	text := err.Error()
	if strings.HasPrefix(text, "start ") || errors.Is(err, context.DeadlineExceeded) {
		return ofRun(err, "start")
	}
	if strings.HasPrefix(text, "data[") {
		return trapped("instantiate", "memory-out-of-bounds", err)
	}
	return outcome(reply{"kind": "rejected", "phase": "link", "message": firstLine(err)})
}

// firstLine is of an error's text, since stacks follow. It may hold names that a guest chose.
func firstLine(err error) string {
	line, _, _ := strings.Cut(err.Error(), "\n")
	return strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return '?'
	}, line[:min(len(line), 200)])
}
