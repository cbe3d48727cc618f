//! How a request ended, in the protocol's words.

use std::fmt;

use serde_json::{Value, json};
use wasmi::errors::{ErrorKind, HostError, InstantiationError, MemoryError, TableError};
use wasmi::{Error, TrapCode};

/// What this driver ends a guest with. As a wasmi error it unwinds every frame, and no guest can catch it.
#[derive(Clone, Debug)]
pub enum Ending {
    Limit(&'static str),
    Denied(String),
    Exited(u32),
    Cancelled,
    /// A host function failed.
    Failed(&'static str),
    /// The host itself failed.
    Broken(&'static str),
}

impl fmt::Display for Ending {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl HostError for Ending {}

impl From<Ending> for Error {
    fn from(ending: Ending) -> Self {
        Error::host(ending)
    }
}

/// The ending that this driver raised, if it was one.
pub fn ending(error: &Error) -> Option<&Ending> {
    error.downcast_ref()
}

pub fn outcome(outcome: Value) -> Value {
    json!({ "outcome": outcome })
}

pub fn rejected(phase: &str, reason: &str) -> Value {
    outcome(json!({ "kind": "rejected", "phase": phase, "reason": reason }))
}

pub fn unsupported(feature: &str) -> Value {
    outcome(json!({ "kind": "unsupported", "feature": feature }))
}

pub fn host_error(message: &str) -> Value {
    outcome(json!({ "kind": "host-error", "message": message }))
}

pub fn limit(resource: &str, phase: &str) -> Value {
    outcome(json!({ "kind": "limit", "phase": phase, "resource": resource }))
}

fn trap_code(code: TrapCode) -> &'static str {
    match code {
        TrapCode::UnreachableCodeReached => "unreachable",
        TrapCode::MemoryOutOfBounds => "memory-out-of-bounds",
        TrapCode::TableOutOfBounds => "table-out-of-bounds",
        TrapCode::IndirectCallToNull => "uninitialized-element",
        TrapCode::IntegerDivisionByZero => "integer-divide-by-zero",
        TrapCode::IntegerOverflow => "integer-overflow",
        TrapCode::BadConversionToInteger => "invalid-conversion-to-integer",
        TrapCode::BadSignature => "indirect-call-type-mismatch",
        TrapCode::OutOfSystemMemory => "allocation-failure",
        _ => "x-wasmi-unknown",
    }
}

/// Names in a message may be a guest's own, and long.
fn shortened(error: &Error) -> String {
    error.to_string().chars().take(300).flat_map(char::escape_debug).collect()
}

/// The outcome of an error while guest code ran, or was about to.
pub fn of_run(error: &Error, phase: &str) -> Value {
    let message = shortened(error);
    let trapped = |code: &str| json!({ "kind": "trapped", "phase": phase, "code": code, "message": message });
    if let Some(ending) = ending(error) {
        return match ending {
            Ending::Limit(resource) => limit(resource, phase),
            Ending::Denied(scope) => {
                outcome(json!({ "kind": "denied", "phase": phase, "capability": "host-function", "scope": scope }))
            }
            Ending::Exited(code) => outcome(json!({ "kind": "exited", "phase": phase, "exitCode": code })),
            Ending::Cancelled => outcome(json!({ "kind": "cancelled", "phase": phase })),
            Ending::Failed(_) => outcome(trapped("host-function")),
            Ending::Broken(why) => host_error(why),
        };
    }
    match error.as_trap_code() {
        Some(TrapCode::OutOfFuel) => limit("fuel", phase),
        Some(TrapCode::StackOverflow) => limit("stack", phase),
        Some(code) => outcome(trapped(trap_code(code))),
        None => host_error(&message),
    }
}

/// The outcome of an error of compiling. wasmi has one kind of error for malformed and for invalid modules.
pub fn of_load(error: &Error) -> Value {
    outcome(json!({ "kind": "rejected", "phase": "validate", "message": shortened(error) }))
}

/// The outcome of an error of linking, initialising or starting. The kind of error says how far it came.
pub fn of_instantiate(error: &Error) -> Value {
    use InstantiationError as I;
    let trapped = |code| outcome(json!({ "kind": "trapped", "phase": "instantiate", "code": code }));
    match error.kind() {
        ErrorKind::Instantiation(I::TooManyInstances) => limit("instances", "instantiate"),
        ErrorKind::Instantiation(I::TooManyMemories | I::FailedToInstantiateMemory(_)) => {
            limit("memory", "instantiate")
        }
        ErrorKind::Instantiation(I::TooManyTables | I::FailedToInstantiateTable(_)) => limit("table", "instantiate"),
        ErrorKind::Instantiation(I::ElementSegmentDoesNotFit { .. }) => trapped("table-out-of-bounds"),
        ErrorKind::Memory(MemoryError::OutOfBoundsAccess) => trapped("memory-out-of-bounds"),
        ErrorKind::Table(TableError::InitOutOfBounds) => trapped("table-out-of-bounds"),
        ErrorKind::Instantiation(_) | ErrorKind::Linker(_) => {
            outcome(json!({ "kind": "rejected", "phase": "link", "message": shortened(error) }))
        }
        _ => of_run(error, "start"),
    }
}
