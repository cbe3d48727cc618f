//! A driver for wasmi (<https://docs.rs/wasmi/2.0.0>): the host protocol on stdin and stdout.
//!
//! Each sandbox has a store of its own, each group of sandboxes one together; each request that lets guest bytes work
//! has a thread. wasmi has no garbage collection, exceptions, threads or components, and compiling can't be
//! interrupted: that is not claimed. `budget.rs` says how time is limited.

mod budget;
mod functions;
mod host;
mod outcome;
mod values;

use std::io::{Write, stdin, stdout};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread;

use serde_json::{Value, json};

use host::{Answer, Host, Sandbox};

/// wasmi's version; this package has the same.
const WASMI: &str = env!("CARGO_PKG_VERSION");

/// For host functions that call back: wasmi itself needs little, since guests have their own stack.
const THREAD_STACK_BYTES: usize = 16 << 20;

fn describe() -> Value {
    let proposals = "multi-value mutable-globals sign-extension saturating-float-to-int bulk-memory reference-types simd \
                     relaxed-simd extended-const tail-call multi-memory memory64";
    let abilities = "typed-calls group output references regrant";
    let named = proposals.split_whitespace().chain(abilities.split_whitespace()).map(String::from);
    let features: Vec<_> = named.chain(functions::NAMES.map(|name| format!("host-function:{name}"))).collect();
    let limiter = |granularity: u64, default: u64| json!({ "supported": true, "granularity": granularity, "mechanism": "resource-limiter", "default": default });
    let of_driver = |default: u64| json!({ "supported": true, "mechanism": "driver", "default": default });
    json!({
        "protocol": 1,
        "host": {
            "name": "wasmi",
            "version": WASMI,
            "engine": "wasmi",
            "engineVersion": WASMI,
            "language": "Rust",
            "os": std::env::consts::OS,
            "arch": std::env::consts::ARCH,
        },
        "profiles": ["core"],
        "features": features,
        "featuresOff": ["custom-page-sizes", "wide-arithmetic"],
        "limits": {
            "memoryBytes": limiter(65_536, host::MEMORY_BYTES),
            "tableElements": limiter(1, host::TABLE_ELEMENTS),
            "instances": limiter(1, host::INSTANCES),
            "fuel": { "supported": true, "mechanism": "fuel", "default": host::FUEL.to_string() },
            "wallMs": { "supported": true, "mechanism": "fuel-slices", "default": host::WALL_MS },
            "outputBytes": of_driver(host::OUTPUT_BYTES),
            "hostcallBytes": of_driver(host::HOSTCALL_BYTES),
            "moduleBytes": of_driver(host::MODULE_BYTES),
        },
        "concurrency": 8,
        "declares": {
            "cpu": {
                "mechanism": "fuel",
                "deterministic": true,
                "hostCallsInterruptible": true,
                "slackMs": 50,
                "link": "https://docs.rs/wasmi/2.0.0/wasmi/struct.Config.html#method.consume_fuel",
            },
            "memory": {
                "growFailure": "minus-one",
                "scope": "sandbox",
                "link": "https://docs.rs/wasmi/2.0.0/wasmi/trait.ResourceLimiter.html",
            },
            "phaseMerging": [["decode", "validate"]],
        },
    })
}

/// Writes messages whole, each behind the kit's nonce.
struct Output {
    nonce: String,
}

impl Output {
    fn send(&self, id: &Value, mut message: Value) {
        message["id"] = id.clone();
        let line = format!("\n@{} {message}\n", self.nonce);
        let mut stdout = stdout().lock();
        // Where nobody reads any more, the end of the input is near as well.
        let _ = stdout.write_all(line.as_bytes()).and_then(|()| stdout.flush());
    }

    fn started(&self, id: &Value) {
        self.send(id, json!({ "started": true }));
    }
}

/// Lets guest bytes work, on a thread of their own. wasmi may panic: that is a failure of the host, not its end.
fn spawn(output: &Arc<Output>, request: Value, work: impl FnOnce(&Value, &dyn Fn()) -> Answer + Send + 'static) {
    let output = output.clone();
    let run = move || {
        let id = &request["id"];
        let answer = catch_unwind(AssertUnwindSafe(|| work(&request, &|| output.started(id))));
        let reply = answer.unwrap_or_else(|_| Err(outcome::host_error("the engine panicked")));
        output.send(id, reply.unwrap_or_else(|refused| refused));
    };
    thread::Builder::new().stack_size(THREAD_STACK_BYTES).spawn(run).expect("a thread for a request");
}

fn main() {
    let host = Arc::new(Host::default());
    let mut output = Arc::new(Output { nonce: String::new() });
    for line in stdin().lines().map_while(Result::ok) {
        let request: Value = serde_json::from_str(&line).unwrap_or_default();
        let answer = match request["op"].as_str().unwrap_or_default() {
            "bye" => break,
            "hello" => {
                output = Arc::new(Output { nonce: request["nonce"].as_str().unwrap_or_default().into() });
                Ok(describe())
            }
            "load" => {
                let host = host.clone();
                spawn(&output, request, move |request, started| host.load(request, started));
                continue;
            }
            "instantiate" => {
                let host = host.clone();
                spawn(&output, request, move |request, started| host.instantiate(request, started));
                continue;
            }
            "call" => match host.sandbox(&request["sandbox"]).and_then(Sandbox::claim) {
                Ok(running) => {
                    spawn(&output, request, move |request, started| running.call(request, started));
                    continue;
                }
                Err(refused) => Err(refused),
            },
            "inspect" => host.inspect(&request),
            "regrant" => host.regrant(&request),
            "cancel" => host.cancel(&request),
            "drop" => host.forget(&request),
            "ping" => Ok(json!({})),
            other => Err(outcome::unsupported(&format!("op:{other}"))),
        };
        output.send(&request["id"], answer.unwrap_or_else(|refused| refused));
    }
    // Guests that still run end with the process.
    std::process::exit(0);
}
