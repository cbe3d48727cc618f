//! The protocol: lines in, framed replies out, handles, and what is refused before the engine is asked. The engine is
//! in engine.rs. All of the protocol: docs/protocol.md of the kit.

mod engine;

use std::collections::HashMap;
use std::io::{Write, stdin, stdout};

use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use engine::{Guest, Module};

/// A reply without its id. `Err` is one as well: what a request ended with before its end.
type Answer = Result<Value, Value>;

#[derive(Default)]
struct Driver {
    nonce: String,
    handles: u64,
    modules: HashMap<u64, Module>,
    guests: HashMap<u64, Guest>,
}

fn outcome(outcome: Value) -> Value {
    json!({ "outcome": outcome })
}

fn rejected(phase: &str, reason: &str) -> Value {
    outcome(json!({ "kind": "rejected", "phase": phase, "reason": reason }))
}

fn unsupported(feature: &str) -> Value {
    outcome(json!({ "kind": "unsupported", "feature": feature }))
}

fn host_error(message: &str) -> Value {
    outcome(json!({ "kind": "host-error", "message": message }))
}

/// A limit or a right that this host does not have is refused, never ignored.
fn refuse(request: &Value, limits: &[&str]) -> Result<(), Value> {
    let named = request["limits"].as_object();
    let mut fields = named.into_iter().flat_map(|it| it.keys());
    if let Some(field) = fields.find(|it| !limits.contains(&it.as_str())) {
        return Err(unsupported(&format!("limit:{field}")));
    }
    // FILL IN: link the test functions that you provide, one by one; each brings more cases.
    if let Some(capability) = request["grants"][0]["capability"].as_str() {
        return Err(unsupported(&format!("grant:{capability}")));
    }
    if request.get("wasi").is_some() {
        return Err(unsupported("wasi-p1"));
    }
    // FILL IN: sandboxes that share a store, and imports from each other.
    if request.get("group").is_some() || request.get("link").is_some() {
        return Err(unsupported("group"));
    }
    Ok(())
}

/// A limit of a request. Fuel comes as text, the others as numbers.
fn limit(request: &Value, field: &str) -> Option<u64> {
    let value = &request["limits"][field];
    value.as_u64().or_else(|| value.as_str()?.parse().ok())
}

fn bytes_of(wasm: &Value) -> Result<Vec<u8>, Value> {
    let bytes = match wasm["path"].as_str() {
        Some(path) => std::fs::read(path).map_err(|it| it.to_string()),
        None => BASE64_STANDARD.decode(wasm["base64"].as_str().unwrap_or_default()).map_err(|it| it.to_string()),
    };
    let bytes = bytes.map_err(|message| host_error(&message))?;
    let digest = Sha256::digest(&bytes);
    let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    if wasm["sha256"] != digest {
        return Err(rejected("decode", "digest"));
    }
    Ok(bytes)
}

/// Writes a message in one write. The nonce is what no guest knows: with it a guest that reaches stdout can't forge a
/// reply.
fn send(nonce: &str, id: &Value, mut message: Value) {
    message["id"] = id.clone();
    let mut stdout = stdout().lock();
    let written = stdout.write_all(format!("\n@{nonce} {message}\n").as_bytes());
    written.and_then(|()| stdout.flush()).expect("stdout takes replies");
}

/// Says that guest bytes are about to work.
fn started(nonce: &str, request: &Value) {
    send(nonce, &request["id"], json!({ "started": true }));
}

impl Driver {
    fn new_handle(&mut self) -> u64 {
        self.handles += 1;
        self.handles
    }

    fn load(&mut self, request: &Value) -> Answer {
        refuse(request, &[])?;
        if request["kind"] != "module" {
            return Err(unsupported("component-model"));
        }
        let bytes = bytes_of(&request["wasm"])?;
        started(&self.nonce, request);
        let module = engine::compile(&bytes)?;
        let handle = self.new_handle();
        self.modules.insert(handle, module);
        Ok(json!({ "module": handle }))
    }

    fn instantiate(&mut self, request: &Value) -> Answer {
        refuse(request, &["memoryBytes", "fuel"])?;
        let handle = request["module"].as_u64().unwrap_or_default();
        let module = self.modules.get(&handle);
        let module = module.ok_or_else(|| rejected("call", "unknown-handle"))?;
        started(&self.nonce, request);
        let (memory, fuel) = (limit(request, "memoryBytes"), limit(request, "fuel"));
        let guest = engine::instantiate(module, memory, fuel)?;
        let handle = self.new_handle();
        self.guests.insert(handle, guest);
        Ok(json!({ "sandbox": handle }))
    }

    fn call(&mut self, request: &Value) -> Answer {
        refuse(request, &["fuel"])?;
        let handle = request["sandbox"].as_u64().unwrap_or_default();
        let guest = self.guests.get_mut(&handle);
        let guest = guest.ok_or_else(|| rejected("call", "unknown-handle"))?;
        started(&self.nonce, request);
        let name = request["export"].as_str().unwrap_or_default();
        let args = request["args"].as_array().map_or(&[][..], Vec::as_slice);
        let ended = guest.call(name, args, limit(request, "fuel"));
        let mut reply = ended.unwrap_or_else(|refused| refused);
        reply["usage"] = guest.usage();
        Ok(reply)
    }

    fn forget(&mut self, request: &Value) -> Answer {
        let handle = |field: &str| request[field].as_u64().unwrap_or_default();
        let guest = self.guests.remove(&handle("sandbox")).is_some();
        if guest || self.modules.remove(&handle("module")).is_some() {
            return Ok(json!({}));
        }
        Err(rejected("call", "unknown-handle"))
    }
}

fn main() {
    let mut driver = Driver::default();
    for line in stdin().lines().map_while(Result::ok) {
        let request: Value = serde_json::from_str(&line).expect("a request is JSON");
        let answer = match request["op"].as_str().unwrap_or_default() {
            "bye" => return,
            "hello" => {
                driver.nonce = request["nonce"].as_str().unwrap_or_default().into();
                Ok(engine::description())
            }
            "load" => driver.load(&request),
            "instantiate" => driver.instantiate(&request),
            "call" => driver.call(&request),
            "drop" => driver.forget(&request),
            "ping" => Ok(json!({})),
            op => Err(unsupported(&format!("op:{op}"))),
        };
        send(&driver.nonce, &request["id"], answer.unwrap_or_else(|refused| refused));
    }
}
