//! What became of a request, in the protocol's words. Decisions are by type, never by an error's text.
//!
//! - A trap is `trapped`, but for those of a budget: the stack, fuel, and the heap of garbage-collected objects, which
//!   grows within `memoryBytes` (`limit:memory`). An array that no heap could hold is `trapped:allocation-failure`.
//! - What a host function returns as an error is `trapped:host-function`, unless it is an [`Ending`].
//! - An instance that was not made is the limit whose resource the limiter refused last, at `instantiate`; traps of
//!   segments are at `instantiate`, too, those of the start function and of `_initialize` at `start`.
//! - `exit` and `close-self` close a sandbox. After any other end it can be called again.

use std::fmt;

use serde_json::{Value, json};
use wasmtime::{Error, GcHeapOutOfMemory, ThrownException, Trap, WasmBacktrace, WasmtimeBug};

/// How the driver's own code ends a guest: deadlines, limits and host functions. Wasmtime unwinds the guest with it as
/// it does with a trap, so that no handler of the guest sees it.
#[derive(Debug)]
pub enum Ending {
    Limit(&'static str),
    Denied(&'static str),
    Exited(u32),
    Cancelled,
    HostFunction(&'static str),
}

impl fmt::Display for Ending {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Ending::Limit(resource) => write!(f, "the limit '{resource}' is reached"),
            Ending::Denied(name) => write!(f, "'{name}' is not granted"),
            Ending::Exited(code) => write!(f, "exit {code}"),
            Ending::Cancelled => write!(f, "cancelled"),
            Ending::HostFunction(message) => write!(f, "{message}"),
        }
    }
}

impl std::error::Error for Ending {}

pub fn unsupported(feature: impl fmt::Display) -> Value {
    json!({ "outcome": { "kind": "unsupported", "feature": feature.to_string() } })
}

pub fn rejected(phase: &str, reason: &str, message: impl fmt::Display) -> Value {
    json!({ "outcome": { "kind": "rejected", "phase": phase, "reason": reason, "message": tame(message) } })
}

pub fn limit(phase: &str, resource: &str) -> Value {
    json!({ "outcome": { "kind": "limit", "phase": phase, "resource": resource } })
}

pub fn host_error(phase: &str, error: &Error) -> Value {
    json!({ "outcome": { "kind": "host-error", "phase": phase, "message": tame(format!("{error:#}")) } })
}

/// How guest code ended that did not return.
pub fn ended(phase: &str, error: &Error) -> Value {
    let outcome = if let Some(ending) = error.downcast_ref::<Ending>() {
        match ending {
            Ending::Limit(resource) => return limit(phase, resource),
            Ending::Denied(name) => {
                json!({ "kind": "denied", "phase": phase, "capability": "host-function", "scope": name })
            }
            Ending::Exited(code) => json!({ "kind": "exited", "phase": phase, "exitCode": code }),
            Ending::Cancelled => json!({ "kind": "cancelled", "phase": phase }),
            Ending::HostFunction(message) => trapped(phase, "host-function", message),
        }
    } else if let Some(trap) = error.downcast_ref::<Trap>() {
        match trap {
            Trap::StackOverflow => return limit(phase, "stack"),
            Trap::OutOfFuel => return limit(phase, "fuel"),
            Trap::Interrupt => return limit(phase, "time"),
            trap => trapped(phase, code(trap), trap),
        }
    } else if error.is::<ThrownException>() {
        json!({ "kind": "threw", "phase": phase })
    } else if error.is::<GcHeapOutOfMemory<()>>() {
        // The heap of garbage-collected objects grows within `memoryBytes`, too.
        return limit(phase, "memory");
    } else if error.is::<WasmtimeBug>() {
        return host_error(phase, error);
    } else {
        // Nothing else but a host function that failed raises an error in running code.
        trapped(phase, "host-function", error.root_cause())
    };
    json!({ "outcome": outcome })
}

/// Whether an error is of running code, and not of making an instance.
pub fn is_of_guest(error: &Error) -> bool {
    error.is::<Ending>()
        || error.is::<Trap>()
        || error.is::<ThrownException>()
        || error.is::<GcHeapOutOfMemory<()>>()
        || error.is::<WasmBacktrace>()
}

fn trapped(phase: &str, code: &str, message: impl fmt::Display) -> Value {
    json!({ "kind": "trapped", "phase": phase, "code": code, "message": tame(message) })
}

fn code(trap: &Trap) -> &'static str {
    match trap {
        Trap::UnreachableCodeReached => "unreachable",
        Trap::IntegerDivisionByZero => "integer-divide-by-zero",
        Trap::IntegerOverflow => "integer-overflow",
        Trap::BadConversionToInteger => "invalid-conversion-to-integer",
        Trap::MemoryOutOfBounds => "memory-out-of-bounds",
        Trap::TableOutOfBounds => "table-out-of-bounds",
        Trap::IndirectCallToNull => "uninitialized-element",
        Trap::BadSignature => "indirect-call-type-mismatch",
        Trap::NullReference => "null-reference",
        Trap::CastFailure => "cast-failure",
        Trap::ArrayOutOfBounds => "array-out-of-bounds",
        Trap::HeapMisaligned => "unaligned-atomic",
        Trap::AtomicWaitNonSharedMemory => "expected-shared-memory",
        Trap::AllocationTooLarge => "allocation-failure",
        _ => "x-wasmtime-other",
    }
}

/// Messages may hold names that a guest chose: bounded, and escaped.
fn tame(message: impl fmt::Display) -> String {
    let text = message.to_string();
    text.chars().take(300).flat_map(char::escape_debug).collect()
}
