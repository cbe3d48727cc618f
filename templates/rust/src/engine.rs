//! FILL IN: your engine. What stands here runs guests on wasmi, an interpreter, a store for each, so that the driver
//! works as it is; replace it piece by piece, and run `npx sandproof doctor` after each.

use serde_json::{Value, json};
use wasmi::errors::{ErrorKind, InstantiationError, MemoryError, TableError};
use wasmi::{
    CompilationMode, Config, Engine, Error, F32, F64, Instance, Linker, Store, StoreLimits, StoreLimitsBuilder,
    TrapCode, Val, ValType,
};

use crate::{host_error, outcome, rejected, unsupported};

pub use wasmi::Module;

/// What holds where a limit is left out.
const MEMORY_BYTES: u64 = 64 << 20;
const FUEL: u64 = 1_000_000_000;

/// What the host says of itself. FILL IN: what yours has, and nothing else; it is all tested.
pub fn description() -> Value {
    json!({
        "protocol": 1,
        "host": {
            "name": "{{name}}",
            "version": "0.1.0",
            "engine": "wasmi",
            "engineVersion": "2.0.0",
            "language": "Rust",
            "os": std::env::consts::OS,
            "arch": std::env::consts::ARCH,
        },
        "profiles": ["core"],
        "features": [
            "multi-value",
            "mutable-globals",
            "sign-extension",
            "saturating-float-to-int",
            "bulk-memory",
            "reference-types",
            "extended-const",
            "tail-call",
            "typed-calls",
        ],
        // FILL IN: proposals that the engine has and this host switches off.
        "featuresOff": ["multi-memory", "custom-page-sizes", "wide-arithmetic"],
        // FILL IN: `wallMs` too, where the engine can be interrupted. 0 has then already expired: no guest is entered.
        "limits": {
            "memoryBytes": {
                "supported": true,
                "mechanism": "store-limits",
                "granularity": 65536,
                "default": MEMORY_BYTES,
            },
            "fuel": { "supported": true, "mechanism": "fuel", "default": FUEL.to_string() },
        },
        "declares": {
            "cpu": { "mechanism": "fuel", "deterministic": true },
            // wasmi has one kind of error for both. FILL IN: what your engine can't tell apart, or nothing.
            "phaseMerging": [["decode", "validate"]],
        },
    })
}

/// FILL IN: bytes to a module, or why not: `rejected` at `decode` or `validate`.
pub fn compile(bytes: &[u8]) -> Result<Module, Value> {
    let mut config = Config::default();
    config.consume_fuel(true);
    // Not lazily, when a guest calls: it would pay for it, and a function that can't be compiled is refused here.
    config.compilation_mode(CompilationMode::Eager);
    config.ignore_custom_sections(true);
    // A store limits each memory by itself, so a guest has one.
    config.wasm_multi_memory(false);
    config.wasm_custom_page_sizes(false);
    config.wasm_wide_arithmetic(false);
    // An engine keeps the code of its modules until it goes, so each module has its own.
    Module::new(&Engine::new(&config), bytes)
        .map_err(|error| outcome(json!({ "kind": "rejected", "phase": "validate", "message": message(&error) })))
}

/// FILL IN: links, initialises, runs the start function, then an exported `_initialize`, all within the limits.
pub fn instantiate(module: &Module, memory_bytes: Option<u64>, fuel: Option<u64>) -> Result<Guest, Value> {
    let memory_bytes = memory_bytes.unwrap_or(MEMORY_BYTES);
    let limits = StoreLimitsBuilder::new()
        .memory_size(usize::try_from(memory_bytes).unwrap_or(usize::MAX))
        .tables(10)
        .table_elements(1_000_000)
        .build();
    let mut store = Store::new(module.engine(), limits);
    store.limiter(|limits| limits);
    let granted = fuel.unwrap_or(FUEL);
    store.set_fuel(granted).expect("the engine meters fuel");

    // Nothing is granted, so nothing is linked.
    let linker = Linker::new(module.engine());
    let instance = linker.instantiate_and_start(&mut store, module);
    let instance = instance.map_err(|error| of_instantiate(&error))?;
    if let Ok(initialize) = instance.get_typed_func::<(), ()>(&store, "_initialize") {
        let ended = initialize.call(&mut store, ());
        ended.map_err(|error| of_run(&error, "start"))?;
    }
    Ok(Guest { store, instance, granted, used_before: 0 })
}

/// FILL IN: an instance, and what ends and frees it when it is dropped.
pub struct Guest {
    store: Store<StoreLimits>,
    instance: Instance,
    granted: u64,
    used_before: u64,
}

impl Guest {
    /// FILL IN: calls an export, within the limits. Exports are looked up by their own names only.
    pub fn call(&mut self, name: &str, args: &[Value], fuel: Option<u64>) -> Result<Value, Value> {
        let function = self.instance.get_func(&self.store, name);
        let function = function.ok_or_else(|| rejected("call", "no-such-export"))?;
        let ty = function.ty(&self.store);
        let numbers = [ValType::I32, ValType::I64, ValType::F32, ValType::F64];
        if ty.params().iter().chain(ty.results()).any(|it| !numbers.contains(it)) {
            return Err(unsupported("references"));
        }
        if args.len() != ty.params().len() {
            return Err(rejected("call", "argument-mismatch"));
        }
        let args = args.iter().zip(ty.params()).map(|(arg, ty)| to_engine(arg, *ty));
        let args: Option<Vec<_>> = args.collect();
        let args = args.ok_or_else(|| rejected("call", "argument-mismatch"))?;
        let mut results = vec![Val::I32(0); ty.results().len()];

        if let Some(fuel) = fuel {
            self.used_before = self.fuel_used();
            self.granted = fuel;
            self.set_fuel(fuel);
        }
        if let Err(error) = function.call(&mut self.store, &args, &mut results) {
            if error.as_trap_code() == Some(TrapCode::OutOfFuel) {
                self.set_fuel(0); // What is left is less than the next operator costs.
            }
            return Err(of_run(&error, "call"));
        }
        let values: Vec<_> = results.iter().map(to_wire).collect();
        Ok(outcome(json!({ "kind": "returned", "phase": "call", "values": values })))
    }

    /// FILL IN: the figures that your engine has, over the guest's life.
    pub fn usage(&self) -> Value {
        json!({
            "state": "idle",
            "fuelUsed": self.fuel_used().to_string(),
            "fuelLeft": self.fuel_left().to_string(),
        })
    }

    fn set_fuel(&mut self, fuel: u64) {
        self.store.set_fuel(fuel).expect("the engine meters fuel");
    }

    fn fuel_left(&self) -> u64 {
        self.store.get_fuel().expect("the engine meters fuel")
    }

    fn fuel_used(&self) -> u64 {
        self.used_before + (self.granted - self.fuel_left())
    }
}

/// Integers are unsigned decimals on the wire; floats are the decimal of their bits.
fn to_engine(arg: &Value, ty: ValType) -> Option<Val> {
    let text = arg["value"].as_str()?;
    match (ty, arg["type"].as_str()?) {
        (ValType::I32, "i32") => Some(Val::I32(text.parse::<u32>().ok()?.cast_signed())),
        (ValType::I64, "i64") => Some(Val::I64(text.parse::<u64>().ok()?.cast_signed())),
        (ValType::F32, "f32") => Some(Val::F32(F32::from_bits(text.parse().ok()?))),
        (ValType::F64, "f64") => Some(Val::F64(F64::from_bits(text.parse().ok()?))),
        _ => None,
    }
}

fn to_wire(value: &Val) -> Value {
    let (ty, text) = match value {
        Val::I32(value) => ("i32", value.cast_unsigned().to_string()),
        Val::I64(value) => ("i64", value.cast_unsigned().to_string()),
        Val::F32(value) => ("f32", value.to_bits().to_string()),
        Val::F64(value) => ("f64", value.to_bits().to_string()),
        _ => unreachable!("the types were looked at before the call"),
    };
    json!({ "type": ty, "value": text })
}

/// Names in a message may be a guest's own: long, and with control characters.
fn message(error: &Error) -> String {
    error.to_string().escape_debug().take(200).collect()
}

fn limited(resource: &str, phase: &str) -> Value {
    outcome(json!({ "kind": "limit", "phase": phase, "resource": resource }))
}

/// FILL IN: what an error says that came while guest code ran.
fn of_run(error: &Error, phase: &str) -> Value {
    let code = match error.as_trap_code() {
        Some(TrapCode::OutOfFuel) => return limited("fuel", phase),
        Some(TrapCode::StackOverflow) => return limited("stack", phase),
        Some(TrapCode::UnreachableCodeReached) => "unreachable",
        Some(TrapCode::MemoryOutOfBounds) => "memory-out-of-bounds",
        Some(TrapCode::TableOutOfBounds) => "table-out-of-bounds",
        Some(TrapCode::IndirectCallToNull) => "uninitialized-element",
        Some(TrapCode::IntegerDivisionByZero) => "integer-divide-by-zero",
        Some(TrapCode::IntegerOverflow) => "integer-overflow",
        Some(TrapCode::BadConversionToInteger) => "invalid-conversion-to-integer",
        Some(TrapCode::BadSignature) => "indirect-call-type-mismatch",
        Some(_) => "x-wasmi-unknown",
        None => return host_error(&message(error)),
    };
    outcome(json!({ "kind": "trapped", "phase": phase, "code": code, "message": message(error) }))
}

/// FILL IN: what an error says of how far an instantiation came.
fn of_instantiate(error: &Error) -> Value {
    use ErrorKind::{Instantiation, Linker, Memory, Table};
    use InstantiationError as I;
    let trapped = |code| outcome(json!({ "kind": "trapped", "phase": "instantiate", "code": code }));
    match error.kind() {
        Instantiation(I::TooManyMemories | I::FailedToInstantiateMemory(_)) => limited("memory", "instantiate"),
        Instantiation(I::TooManyTables | I::FailedToInstantiateTable(_)) => limited("table", "instantiate"),
        Memory(MemoryError::OutOfBoundsAccess) => trapped("memory-out-of-bounds"),
        Table(TableError::InitOutOfBounds) | Instantiation(I::ElementSegmentDoesNotFit { .. }) => {
            trapped("table-out-of-bounds")
        }
        Instantiation(_) | Linker(_) => {
            outcome(json!({ "kind": "rejected", "phase": "link", "message": message(error) }))
        }
        _ => of_run(error, "start"),
    }
}
