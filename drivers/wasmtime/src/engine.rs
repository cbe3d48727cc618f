//! The engine that all sandboxes share, and the clock of their deadlines.

use std::{thread, time::Duration};

use wasmtime::{Config, Engine, InstanceAllocationStrategy, PoolingAllocationConfig, Result};

use crate::limits::Limits;

/// Each tick the engine's epoch rises, and guests that run look whether their time is up.
pub const TICK: Duration = Duration::from_millis(10);

/// Stack of a guest, wasmtime's default; host functions it calls, and guests these call, are on the same.
pub const GUEST_STACK: usize = 512 << 10;

/// Which host this is: one of the variants of `host.toml`.
#[derive(Clone, Copy, PartialEq)]
pub enum Variant {
    /// Memories and tables are mapped when an instance is made.
    OnDemand,
    /// They are slots of a pool that is mapped at the beginning.
    Pooling,
    /// Shared memories and atomics, which wasmtime has at its second tier:
    /// https://docs.wasmtime.dev/stability-tiers.html
    Threads,
}

impl Variant {
    pub fn argument(self) -> Option<&'static str> {
        match self {
            Variant::OnDemand => None,
            Variant::Pooling => Some("--pooling"),
            Variant::Threads => Some("--threads"),
        }
    }
}

pub fn new(variant: Variant) -> Result<Engine> {
    let mut config = Config::new();
    config
        .consume_fuel(true)
        .epoch_interruption(true)
        .max_wasm_stack(GUEST_STACK)
        // Data segments cost fuel where code writes them, and none where a memory begins as a copy-on-write image. The
        // pool is there for speed, and keeps the image.
        .memory_init_cow(variant == Variant::Pooling)
        // All of WebAssembly 3.0 is on by default. Shared memories are off by default and not held to `ResourceLimiter`;
        // without them atomics are of no use, so a sandbox refuses both.
        .wasm_threads(variant == Variant::Threads)
        .shared_memory(variant == Variant::Threads);
    if variant == Variant::Pooling {
        // A slot for a table has what a sandbox may have by default; one for a memory has 4 GiB.
        let mut pool = PoolingAllocationConfig::new();
        pool.max_memories_per_module(10)
            .max_tables_per_module(10)
            .table_elements(Limits::default().table_elements as usize);
        config.allocation_strategy(InstanceAllocationStrategy::Pooling(pool));
    }
    Engine::new(&config)
}

pub fn tick(engine: Engine) {
    thread::spawn(move || {
        loop {
            thread::sleep(TICK);
            engine.increment_epoch();
        }
    });
}
