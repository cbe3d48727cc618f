//! How a request ended, in the protocol's words.

use std::fmt;

use serde_json::{Value, json};
use wasmer::sys::vm::TrapCode;
use wasmer::{InstantiationError, LinkError, RuntimeError};

/// What this driver ends a guest with. As a wasmer error it unwinds every frame, and no guest can catch it.
#[derive(Clone, Debug)]
pub enum Ending {
    Limit(&'static str),
    Denied(String),
    Exited(u32),
    Cancelled,
    /// A host function failed.
    Failed(&'static str),
}

impl fmt::Display for Ending {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for Ending {}

impl From<Ending> for RuntimeError {
    fn from(ending: Ending) -> Self {
        RuntimeError::user(Box::new(ending))
    }
}

pub fn outcome(outcome: Value) -> Value {
    json!({ "outcome": outcome })
}

pub fn rejected(phase: &str, reason: &str) -> Value {
    outcome(json!({ "kind": "rejected", "phase": phase, "reason": reason }))
}

pub fn refused(phase: &str, error: &dyn fmt::Display) -> Value {
    outcome(json!({ "kind": "rejected", "phase": phase, "message": shortened(error) }))
}

pub fn unsupported(feature: &str) -> Value {
    outcome(json!({ "kind": "unsupported", "feature": feature }))
}

pub fn host_error(message: &dyn fmt::Display) -> Value {
    outcome(json!({ "kind": "host-error", "message": shortened(message) }))
}

pub fn limit(resource: &str, phase: &str) -> Value {
    outcome(json!({ "kind": "limit", "phase": phase, "resource": resource }))
}

/// Names in a message may be a guest's own, and long.
fn shortened(error: &dyn fmt::Display) -> String {
    error.to_string().chars().take(300).flat_map(char::escape_debug).collect()
}

fn trap_code(code: TrapCode) -> &'static str {
    match code {
        TrapCode::HeapAccessOutOfBounds => "memory-out-of-bounds",
        TrapCode::HeapMisaligned | TrapCode::UnalignedAtomic => "unaligned-atomic",
        TrapCode::TableAccessOutOfBounds => "table-out-of-bounds",
        TrapCode::IndirectCallToNull => "uninitialized-element",
        TrapCode::BadSignature => "indirect-call-type-mismatch",
        TrapCode::IntegerOverflow => "integer-overflow",
        TrapCode::IntegerDivisionByZero => "integer-divide-by-zero",
        TrapCode::BadConversionToInteger => "invalid-conversion-to-integer",
        TrapCode::UnreachableCodeReached => "unreachable",
        TrapCode::UninitializedExnRef => "null-reference",
        _ => "x-wasmer-unknown",
    }
}

/// The outcome of an ending of the driver's own.
pub fn of_ending(ending: &Ending, phase: &str) -> Value {
    match ending {
        Ending::Limit(resource) => limit(resource, phase),
        Ending::Denied(scope) => {
            outcome(json!({ "kind": "denied", "phase": phase, "capability": "host-function", "scope": scope }))
        }
        Ending::Exited(code) => outcome(json!({ "kind": "exited", "phase": phase, "exitCode": code })),
        Ending::Cancelled => outcome(json!({ "kind": "cancelled", "phase": phase })),
        Ending::Failed(why) => {
            outcome(json!({ "kind": "trapped", "phase": phase, "code": "host-function", "message": why }))
        }
    }
}

/// The outcome of an error while guest code ran.
pub fn of_run(error: &RuntimeError, phase: &str) -> Value {
    if let Some(ending) = error.downcast_ref::<Ending>() {
        return of_ending(ending, phase);
    }
    if error.is_exception() {
        return outcome(json!({ "kind": "threw", "phase": phase }));
    }
    match error.clone().to_trap() {
        Some(TrapCode::StackOverflow) => limit("stack", phase),
        Some(TrapCode::UncaughtException) => outcome(json!({ "kind": "threw", "phase": phase })),
        Some(code) => {
            outcome(json!({ "kind": "trapped", "phase": phase, "code": trap_code(code), "message": code.message() }))
        }
        // What wasmer says of a host function's results that do not have its type is an error without a code.
        None => of_ending(&Ending::Failed("a host function failed"), phase),
    }
}

/// The outcome of an error of linking or initialising; `denied` is what a limit refused meanwhile.
pub fn of_instantiate(error: &InstantiationError, denied: Option<&str>) -> Value {
    match error {
        // The start function does not run yet: `meter.rs`.
        InstantiationError::Link(LinkError::Trap(error)) | InstantiationError::Start(error) => {
            of_run(error, "instantiate")
        }
        InstantiationError::Link(LinkError::Resource(_)) => limit(denied.unwrap_or("memory"), "instantiate"),
        InstantiationError::Link(LinkError::Import(..)) => refused("link", error),
        error => host_error(error),
    }
}
