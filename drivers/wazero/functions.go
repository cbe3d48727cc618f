package main

import (
	"bytes"
	"context"
	"time"
	"unicode/utf8"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
)

const (
	testModule   = "sandproof:test"
	hostFunction = "host-function"

	i32    = api.ValueTypeI32
	i64    = api.ValueTypeI64
	f32    = api.ValueTypeF32
	f64    = api.ValueTypeF64
	extern = api.ValueTypeExternref
)

// maxReentry bounds guests inside host functions inside guests. Each level has a stack of its own, of up to 100 MB with
// the compiler; and all nest on Go's stack, which ends the process when it overflows.
const maxReentry = 16

type types = []api.ValueType

// A testFunction finds its arguments in the slots of a stack, and leaves its result in the first.
type testFunction struct {
	params, results types
	call            func(c *hostCall, stack []uint64)
}

// A hostCall is one call of a test function.
type hostCall struct {
	context.Context
	*sandbox
	guest api.Module // The one that calls.
}

// Missing are `wrong-result` and `wrong-results`, which Go's types rule out, and `charge`, as there is no fuel.
var testFunctions = map[string]testFunction{
	"nop": {nil, nil, func(*hostCall, []uint64) {}},
	"add": {types{i32, i32}, types{i32}, func(_ *hostCall, stack []uint64) {
		stack[0] = uint64(uint32(stack[0] + stack[1]))
	}},
	"log": {types{i32, i32}, nil, func(c *hostCall, stack []uint64) {
		text := c.memory(stack[0], stack[1])
		if !utf8.Valid(text) {
			fail()
		}
		c.write(text)
	}},
	"fill": {types{i32, i32, i32}, nil, func(c *hostCall, stack []uint64) {
		target := c.memory(stack[0], stack[1])
		for i := range target {
			target[i] = byte(stack[2])
		}
	}},
	"fail": {nil, nil, func(*hostCall, []uint64) { fail() }},
	"call-back": {types{i32}, types{i32}, func(c *hostCall, stack []uint64) {
		stack[0] = c.callBack(stack[0])
	}},
	"view-after-callback": {types{i32}, types{i32}, func(c *hostCall, stack []uint64) {
		c.callBack(stack[0])
		stack[0] = uint64(c.memory(stack[0], 1)[0])
	}},
	"sleep": {types{i64}, nil, func(c *hostCall, stack []uint64) {
		select {
		case <-time.After(milliseconds(stack[0])):
		case <-c.Done():
			panic(c.Err())
		}
	}},
	"exit": {types{i32}, nil, func(_ *hostCall, stack []uint64) {
		// Not by wazero's sys.ExitError, of which two codes stand for a deadline and a cancellation.
		code := uint32(stack[0])
		panic(&outcome{Kind: "exited", ExitCode: &code})
	}},
	"close-self": {nil, nil, func(c *hostCall, _ []uint64) {
		c.closed.Store(true)
		_ = c.guest.Close(c)
		panic(&outcome{Kind: "cancelled"})
	}},
	// To wazero a reference is an opaque number. Ours point at nothing of Go's.
	"make-ref": {types{i32}, types{extern}, func(_ *hostCall, stack []uint64) { stack[0] = newNumber() }},
	"same-ref": {types{extern, extern}, types{i32}, func(_ *hostCall, stack []uint64) {
		same := stack[0] == stack[1]
		stack[0] = 0
		if same {
			stack[0] = 1
		}
	}},
}

func fail() { panic(trapped("host-function")) }

// link makes an instance of the test functions that a sandbox is granted, and of no others.
func (s *sandbox) link(ctx context.Context) (api.Module, error) {
	builder := s.domain.runtime.NewHostModuleBuilder(testModule)
	for name := range s.grants {
		function := testFunctions[name]
		call := func(ctx context.Context, guest api.Module, stack []uint64) {
			if !s.granted(name) {
				panic(&outcome{Kind: "denied", Capability: hostFunction, Scope: name})
			}
			function.call(&hostCall{ctx, s, guest}, stack)
		}
		builder.NewFunctionBuilder().
			WithGoModuleFunction(api.GoModuleFunc(call), function.params, function.results).
			Export(name)
	}
	compiled, err := builder.Compile(ctx)
	if err != nil {
		return nil, err
	}
	s.domain.code = append(s.domain.code, compiled)
	return s.domain.runtime.InstantiateModule(ctx, compiled, wazero.NewModuleConfig().WithName(""))
}

// memory is a part of the guest's exported memory, no copy: after a callback it may be elsewhere.
func (c *hostCall) memory(pointer, length uint64) []byte {
	memory := c.guest.ExportedMemory("memory")
	if memory == nil {
		fail()
	}
	part, ok := memory.Read(uint32(pointer), uint32(length))
	if !ok {
		fail()
	}
	if uint64(len(part)) > c.domain.hostcallBytes {
		panic(limit("", "hostcall-bytes"))
	}
	return part
}

// callBack runs the guest's `callback` with the context of the call that it serves, and so with its deadline.
func (c *hostCall) callBack(argument uint64) uint64 {
	function := c.guest.ExportedFunction("callback")
	if function == nil {
		fail()
	}
	definition := function.Definition()
	if !bytes.Equal(definition.ParamTypes(), types{i32}) || !bytes.Equal(definition.ResultTypes(), types{i32}) {
		fail()
	}
	if c.domain.reentry == maxReentry {
		panic(limit("", "reentry-depth"))
	}
	c.domain.reentry++
	defer func() { c.domain.reentry-- }()
	results, err := function.Call(c, argument)
	if err != nil {
		panic(err) // On through the frames of the guest around us.
	}
	return results[0]
}

// write keeps what fits, and ends the guest where something does not.
func (s *sandbox) write(text []byte) {
	room := s.domain.outputBytes - uint64(len(s.output))
	if s.truncated = uint64(len(text)) > room; !s.truncated {
		s.output = append(s.output, text...)
		return
	}
	s.output = append(s.output, text[:room]...)
	panic(limit("", "output"))
}
