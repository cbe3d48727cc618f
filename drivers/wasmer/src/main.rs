//! A driver for Wasmer (<https://docs.rs/wasmer/7.4.2>): the host protocol on stdin and stdout.
//!
//! Each sandbox has a store of its own, each group of sandboxes one together, and each store a thread. Wasmer has no garbage collection, and no limit of its own for instances. In a group,
//! fuel is taken when a call ends: a call that crosses members has the balance once in each of them.

mod deadline;
mod domain;
mod functions;
mod host;
mod limits;
mod meter;
mod outcome;
mod values;

use std::io::{Write, stdin, stdout};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread;

use serde_json::{Value, json};

use host::{Answer, Host};

/// wasmer's version; this package has the same.
const WASMER: &str = env!("CARGO_PKG_VERSION");

const PROPOSALS: [&str; 12] = [
    "multi-value",
    "mutable-globals",
    "sign-extension",
    "saturating-float-to-int",
    "bulk-memory",
    "reference-types",
    "simd",
    "relaxed-simd",
    "extended-const",
    "multi-memory",
    "threads",
    "exceptions",
];

fn describe() -> Value {
    let abilities = ["typed-calls", "group", "output", "references", "regrant"];
    let named = PROPOSALS.into_iter().chain(abilities).map(String::from);
    let features: Vec<_> = named.chain(functions::NAMES.map(|name| format!("host-function:{name}"))).collect();
    let limit =
        |mechanism: &str, default: u64| json!({ "supported": true, "mechanism": mechanism, "default": default });
    json!({
        "protocol": 1,
        "host": {
            "name": "wasmer",
            "version": WASMER,
            "engine": "Wasmer, Cranelift",
            "engineVersion": WASMER,
            "language": "Rust",
            "os": std::env::consts::OS,
            "arch": std::env::consts::ARCH,
        },
        "profiles": ["core"],
        "features": features,
        "featuresOff": ["tail-call", "memory64", "wide-arithmetic"],
        "limits": {
            "memoryBytes": {
                "supported": true,
                "granularity": 65_536,
                "mechanism": "tunables",
                "default": host::MEMORY_BYTES,
            },
            "tableElements": limit("tunables", host::TABLE_ELEMENTS),
            "fuel": { "supported": true, "mechanism": "metering", "default": host::FUEL.to_string() },
            "wallMs": limit("interrupt", host::WALL_MS),
            "instances": limit("driver", host::INSTANCES),
            "outputBytes": limit("driver", host::OUTPUT_BYTES),
            "hostcallBytes": limit("driver", host::HOSTCALL_BYTES),
            "moduleBytes": limit("driver", host::MODULE_BYTES),
        },
        "concurrency": 8,
        "declares": {
            "cpu": {
                "mechanism": "fuel",
                "deterministic": true,
                "hostCallsInterruptible": true,
                "slackMs": 50,
                "link": "https://docs.rs/wasmer-middlewares/7.4.2/wasmer_middlewares/metering/struct.Metering.html",
            },
            "memory": {
                "growFailure": "minus-one",
                "scope": "sandbox",
                "link": "https://docs.rs/wasmer/7.4.2/wasmer/sys/trait.Tunables.html",
            },
            "phaseMerging": [["decode", "validate"]],
        },
    })
}

/// Writes messages whole, each behind the kit's nonce.
fn send(nonce: &str, id: &Value, mut message: Value) {
    message["id"] = id.clone();
    let line = format!("\n@{nonce} {message}\n");
    let mut stdout = stdout().lock();
    // Where nobody reads any more, the end of the input is near as well.
    let _ = stdout.write_all(line.as_bytes()).and_then(|()| stdout.flush());
}

/// Answers one request, from whichever thread.
#[derive(Clone)]
pub struct Reply {
    nonce: Arc<str>,
    id: Value,
}

impl Reply {
    fn send(&self, answer: Answer) {
        send(&self.nonce, &self.id, answer.unwrap_or_else(|refused| refused));
    }

    /// Sends what the work answers. Wasmer may panic: that is a failure of the host, not its end.
    pub fn with(&self, work: impl FnOnce(&dyn Fn()) -> Answer) {
        let started = || send(&self.nonce, &self.id, json!({ "started": true }));
        let answer = catch_unwind(AssertUnwindSafe(|| work(&started)));
        self.send(answer.unwrap_or_else(|_| Err(outcome::host_error(&"the engine panicked"))));
    }
}

fn main() {
    let host = Arc::new(Host::default());
    let mut nonce: Arc<str> = "".into();
    for line in stdin().lines().map_while(Result::ok) {
        let request: Value = serde_json::from_str(&line).unwrap_or_default();
        let op = request["op"].as_str().unwrap_or_default();
        if op == "hello" {
            nonce = request["nonce"].as_str().unwrap_or_default().into();
        }
        let reply = Reply { nonce: nonce.clone(), id: request["id"].clone() };
        let later = reply.clone();
        let answer = match op {
            "bye" => break,
            "hello" => Ok(Some(describe())),
            "load" => {
                let host = host.clone();
                thread::spawn(move || later.with(|started| host.load(&request, started)));
                Ok(None)
            }
            "instantiate" => host.instantiate(&request, later).map(|()| None),
            "call" => host.call(request, later).map(|()| None),
            "inspect" => host.inspect(&request, later).map(|()| None),
            "regrant" => host.regrant(&request).map(Some),
            "cancel" => host.cancel(&request).map(Some),
            "drop" => host.forget(&request).map(Some),
            "ping" => Ok(Some(json!({}))),
            other => Err(outcome::unsupported(&format!("op:{other}"))),
        };
        // What is answered later is answered by the thread that does it.
        if let Some(answer) = answer.transpose() {
            reply.send(answer);
        }
    }
    // Guests that still run end with the process.
    std::process::exit(0);
}
