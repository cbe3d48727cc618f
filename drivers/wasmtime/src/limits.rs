//! Budgets: what a request may name, what holds where it names nothing, and the account of memories and tables.

use std::time::Duration;

use serde_json::Value;
use wasmtime::{ResourceLimiter, Result};

use crate::outcome;

pub const DEFAULT_MODULE_BYTES: u64 = 32 << 20;
pub const DEFAULT_COMPILE: Duration = Duration::from_secs(5);

/// Budgets of a trust domain, which is a group, or a sandbox without one.
#[derive(Clone, Debug)]
pub struct Limits {
    pub memory_bytes: u64,
    pub table_elements: u64,
    pub instances: u64,
    pub fuel: u64,
    pub wall: Duration,
    pub output_bytes: u64,
    pub hostcall_bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            memory_bytes: 64 << 20,
            table_elements: 1_000_000,
            instances: 100,
            fuel: 100_000_000_000,
            wall: Duration::from_secs(5),
            output_bytes: 1 << 20,
            hostcall_bytes: 64 << 20,
        }
    }
}

impl Limits {
    pub fn of(request: &Value) -> Self {
        let default = Limits::default();
        let limit = |field: &str, default| request["limits"][field].as_u64().unwrap_or(default);
        Limits {
            memory_bytes: limit("memoryBytes", default.memory_bytes),
            table_elements: limit("tableElements", default.table_elements),
            instances: limit("instances", default.instances),
            fuel: fuel(request).unwrap_or(default.fuel),
            wall: milliseconds(request, "wallMs").unwrap_or(default.wall),
            output_bytes: limit("outputBytes", default.output_bytes),
            hostcall_bytes: limit("hostcallBytes", default.hostcall_bytes),
        }
    }
}

/// Fuel is a decimal string: JSON's numbers may not hold 64 bits.
pub fn fuel(request: &Value) -> Option<u64> {
    Some(request["limits"]["fuel"].as_str()?.parse().unwrap_or(u64::MAX))
}

pub fn milliseconds(request: &Value, field: &str) -> Option<Duration> {
    let milliseconds = request["limits"][field].as_f64()?;
    // A hundred years are as good as for ever, and can be added to a clock.
    Some(Duration::from_secs_f64(milliseconds.clamp(0.0, 3e12) / 1000.0))
}

/// Refuses a request with a limit that this host can't enforce there.
pub fn refusal(request: &Value, known: &[&str]) -> Option<Value> {
    let limits = request["limits"].as_object()?;
    let field = limits.keys().find(|field| !known.contains(&field.as_str()))?;
    Some(outcome::unsupported(format_args!("limit:{field}")))
}

/// What all memories and tables of a store have together. This is the store's limiter.
#[derive(Debug)]
pub struct Account {
    limits: Limits,
    pub memory: u64,
    pub table: u64,
    /// The resource that was refused last.
    pub refused: Option<&'static str>,
}

impl Account {
    pub fn new(limits: Limits) -> Self {
        Account { limits, memory: 0, table: 0, refused: None }
    }

    fn grow(&mut self, resource: &'static str, current: usize, desired: usize, maximum: Option<usize>) -> bool {
        let (used, limit) = match resource {
            "memory" => (&mut self.memory, self.limits.memory_bytes),
            _ => (&mut self.table, self.limits.table_elements),
        };
        let after = used.saturating_add((desired - current) as u64);
        if after > limit {
            self.refused = Some(resource);
            return false;
        }
        // Beyond the guest's own maximum wasmtime refuses growth itself, after it asked.
        if maximum.is_none_or(|maximum| desired <= maximum) {
            *used = after;
        }
        true
    }
}

/// `memory_grow_failed` is left alone on purpose. Wasmtime calls it also for growth that it never announced, so that a
/// limiter that takes back what it counted last can be made to forget memory. Growth that was announced and then failed
/// stays counted; within the guest's maximum only a system without memory lets it fail.
impl ResourceLimiter for Account {
    /// All memories, and the heap of garbage-collected objects.
    fn memory_growing(&mut self, current: usize, desired: usize, maximum: Option<usize>) -> Result<bool> {
        Ok(self.grow("memory", current, desired, maximum))
    }

    fn table_growing(&mut self, current: usize, desired: usize, maximum: Option<usize>) -> Result<bool> {
        Ok(self.grow("table", current, desired, maximum))
    }

    fn instances(&self) -> usize {
        self.limits.instances as usize
    }
}
