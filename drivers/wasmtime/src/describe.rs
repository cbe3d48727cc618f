//! What the host says of itself in `hello`.

use serde_json::{Value, json};

use crate::{
    engine::{GUEST_STACK, TICK, Variant},
    functions,
    limits::{DEFAULT_COMPILE, DEFAULT_MODULE_BYTES, Limits},
};

/// On by default: https://docs.wasmtime.dev/stability-wasm-proposals.html
const PROPOSALS: [&str; 15] = [
    "multi-value",
    "mutable-globals",
    "sign-extension",
    "saturating-float-to-int",
    "bulk-memory",
    "reference-types",
    "simd",
    "relaxed-simd",
    "extended-const",
    "tail-call",
    "multi-memory",
    "memory64",
    "function-references",
    "gc",
    "exceptions",
];

/// Off by default, on the same page.
const PROPOSALS_OFF: [&str; 3] = ["custom-page-sizes", "wide-arithmetic", "stack-switching"];

const ABILITIES: [&str; 5] = ["typed-calls", "group", "output", "references", "regrant"];

pub fn describe(variant: Variant) -> Value {
    let mut features: Vec<String> = PROPOSALS.iter().chain(&ABILITIES).map(|name| name.to_string()).collect();
    features.extend(functions::NAMES.iter().map(|name| format!("host-function:{name}")));
    let mut features_off = PROPOSALS_OFF.to_vec();
    if variant == Variant::Threads {
        features.push("threads".into());
    } else {
        features_off.push("threads");
    }
    let default = Limits::default();
    let of_store =
        |mechanism: &str, default: u64| json!({ "supported": true, "mechanism": mechanism, "default": default });
    let of_driver = |default: u64| of_store("driver", default);
    json!({
        "protocol": 1,
        "host": {
            "name": match variant {
                Variant::OnDemand => "wasmtime",
                Variant::Pooling => "wasmtime-pooling",
                Variant::Threads => "wasmtime-threads",
            },
            "version": env!("CARGO_PKG_VERSION"),
            "engine": "Wasmtime",
            "engineVersion": env!("CARGO_PKG_VERSION"),
            "language": "Rust",
            "os": std::env::consts::OS,
            "arch": std::env::consts::ARCH,
        },
        "profiles": ["core"],
        "features": features,
        "featuresOff": features_off,
        "limits": {
            "memoryBytes": of_store("ResourceLimiter", default.memory_bytes),
            "tableElements": of_store("ResourceLimiter", default.table_elements),
            "instances": of_store("ResourceLimiter", default.instances),
            "fuel": { "supported": true, "mechanism": "Config::consume_fuel", "default": default.fuel.to_string() },
            "wallMs": of_store("Config::epoch_interruption", default.wall.as_millis() as u64),
            "outputBytes": of_driver(default.output_bytes),
            "hostcallBytes": of_driver(default.hostcall_bytes),
            "moduleBytes": of_driver(DEFAULT_MODULE_BYTES),
            "compileMs": of_store("process", DEFAULT_COMPILE.as_millis() as u64),
            // It belongs to the engine, and is the same for all guests.
            "stackBytes": { "supported": false, "mechanism": "Config::max_wasm_stack", "default": GUEST_STACK },
        },
        "concurrency": 8,
        "declares": {
            "cpu": {
                "mechanism": "fuel",
                "deterministic": true,
                "hostCallsInterruptible": true,
                "slackMs": TICK.as_millis() as u64,
                "link": "https://docs.wasmtime.dev/examples-interrupting-wasm.html",
            },
            "memory": {
                "growFailure": "minus-one",
                "link": "https://docs.rs/wasmtime/latest/wasmtime/trait.ResourceLimiter.html",
            },
            "afterTrap": "usable",
            "unknownImports": "reject",
            "state": "persists",
            "isolation": "thread",
            // Its parser's errors do not say which of the two it was.
            "phaseMerging": [["decode", "validate"]],
        },
    })
}
