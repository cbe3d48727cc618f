package main

import (
	"context"
	"sync"
	"sync/atomic"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

const pageBytes = 1 << 16

// A domain is a trust domain: one sandbox, or the members of a group. It is a wazero.Runtime, within which wazero
// resolves imports, compares function types, and closes what is left. Compiled code is shared between runtimes by the
// compilation cache; but each decodes and validates a module anew, which is the price of this.
type domain struct {
	runtime                                            wazero.Runtime
	code                                               []wazero.CompiledModule
	memoryBytes, outputBytes, hostcallBytes, instances uint64

	members uint64  // Guarded by the host's lock.
	group   *string // The members' name, if any.

	running sync.Mutex // Held while a guest runs: a memory that is not shared is for one goroutine at a time.
	reentry int
	closed  atomic.Bool

	used     atomic.Uint64 // Bytes of all memories.
	memories []*memory
	orphaned bool
}

func newDomain(config wazero.RuntimeConfig, l limits) *domain {
	d := &domain{
		memoryBytes:   l.get("memoryBytes", defaultMemoryBytes) / pageBytes * pageBytes,
		outputBytes:   l.get("outputBytes", defaultOutputBytes),
		hostcallBytes: l.get("hostcallBytes", defaultHostcallBytes),
		instances:     l.get("instances", defaultInstances),
	}
	// This limit of wazero's is for each memory. The allocator below holds it over all of them.
	pages := uint32(min(d.memoryBytes, 1<<32) / pageBytes)
	d.runtime = wazero.NewRuntimeWithConfig(context.Background(), config.WithMemoryLimitPages(pages))
	return d
}

// instantiate makes a sandbox's instance, within the deadline of the context.
func (d *domain) instantiate(ctx context.Context, s *sandbox, wasm []byte, links map[string]*sandbox) (err error) {
	defer catch(&err)
	compiled, err := d.runtime.CompileModule(ctx, wasm)
	if err != nil {
		return limit("instantiate", "memory") // It was valid when it was loaded; all that is new is this limit.
	}
	d.code = append(d.code, compiled)
	var functions api.Module
	if len(s.grants) > 0 {
		if functions, err = s.link(ctx); err != nil {
			return err
		}
	}
	// All instances are anonymous. wazero would key them by name in the runtime, by default with the name that the guest
	// gives itself. What a guest imports is found here, for it alone; what is not stays unresolved.
	ctx = experimental.WithImportResolver(ctx, func(name string) api.Module {
		if linked := links[name]; linked != nil {
			return linked.module
		}
		if name == testModule && functions != nil {
			return functions
		}
		return nil
	})
	ctx = experimental.WithMemoryAllocator(ctx, d)
	// Without start functions, or `_start` would run.
	s.module, err = d.runtime.InstantiateModule(ctx, compiled, wazero.NewModuleConfig().WithName("").WithStartFunctions())
	return err
}

// close frees everything. No guest may be running.
func (d *domain) close() {
	if d.closed.Swap(true) {
		return
	}
	_ = d.runtime.Close(context.Background())
	for _, compiled := range d.code { // The runtime leaves them in the cache.
		_ = compiled.Close(context.Background())
	}
	for _, memory := range d.memories {
		release(memory.reserved)
	}
	d.used.Store(0)
}

// A memory is one linear memory: address space for all that it may ever have, of which wazero gets the first bytes. It
// never moves, as shared memories need, and takes no room before it is touched.
type memory struct {
	domain   *domain
	reserved []byte
	size     uint64
}

// Allocate implements experimental.MemoryAllocator. It can't say no: wazero panics where it gets less than the minimum.
func (d *domain) Allocate(minimum, maximum uint64) experimental.LinearMemory {
	if d.used.Load()+minimum > d.memoryBytes {
		panic(limit("instantiate", "memory"))
	}
	reserved, err := reserve(min(maximum, d.memoryBytes))
	if err != nil {
		panic(limit("instantiate", "memory"))
	}
	m := &memory{domain: d, reserved: reserved}
	d.memories = append(d.memories, m)
	return m
}

// Reallocate implements experimental.LinearMemory.
func (m *memory) Reallocate(size uint64) []byte {
	if size > uint64(len(m.reserved)) || m.domain.used.Load()+size-m.size > m.domain.memoryBytes {
		return nil
	}
	m.domain.used.Add(size - m.size)
	m.size = size
	return m.reserved[:size:size]
}

// Free implements experimental.LinearMemory. wazero calls it when a module is closed that is still running, or that only
// imports the memory, and grows the memory without this allocator from then on. So the bytes stay until the domain is
// closed, and sandbox.end closes it before a guest runs again.
func (m *memory) Free() { m.domain.orphaned = true }
