//! Modules, and the sandboxes made of them.

use std::collections::{HashMap, HashSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, Weak};
use std::time::{Duration, Instant};

use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde_json::{Value as Json, json};
use sha2::{Digest, Sha256};
use wasmer::CompileError;

use crate::Reply;
use crate::deadline::Watch;
use crate::domain::{Domain, Inner};
use crate::functions::{self, Log, Rights};
use crate::limits::{Limits, Pool};
use crate::meter;
use crate::outcome::{Ending, host_error, limit, of_run, outcome, refused, rejected, unsupported};

/// A reply without its id. `Err` is one as well: what a request ended with before its end.
pub type Answer = Result<Json, Json>;

/// What holds where a limit is left out.
pub const MEMORY_BYTES: u64 = 64 << 20;
pub const TABLE_ELEMENTS: u64 = 1_000_000;
pub const INSTANCES: u64 = 100;
pub const FUEL: u64 = 100_000_000_000;
pub const WALL_MS: u64 = 10_000;
pub const OUTPUT_BYTES: u64 = 1 << 20;
pub const HOSTCALL_BYTES: u64 = 64 << 20;
pub const MODULE_BYTES: u64 = 32 << 20;
/// Not a limit that a request may set, since one function can't be interrupted.
const COMPILE_MS: u64 = 5_000;

/// Nobody may stand in for these, whether they are granted or not.
const RESERVED: [&str; 3] = [functions::MODULE, "wasi_snapshot_preview1", "wasi_unstable"];

struct Loaded {
    compiled: Vec<u8>,
}

pub struct Sandbox {
    handle: u64,
    domain: Arc<Domain>,
    rights: Arc<Rights>,
    wall_ms: u64,
    watch: Arc<Watch>,
    running: AtomicBool,
}

#[derive(Default)]
pub struct Host {
    handles: AtomicU64,
    modules: Mutex<HashMap<u64, Arc<Loaded>>>,
    sandboxes: Mutex<HashMap<u64, Arc<Sandbox>>>,
    groups: Mutex<HashMap<String, Weak<Domain>>>,
}

/// The limits of a request, of which none may be unknown.
struct Asked<'a>(&'a Json);

impl<'a> Asked<'a> {
    fn of(request: &'a Json, known: &[&str]) -> Result<Self, Json> {
        let limits = &request["limits"];
        let unknown = limits.as_object().and_then(|it| it.keys().find(|key| !known.contains(&key.as_str())));
        unknown.map_or(Ok(Self(limits)), |field| Err(unsupported(&format!("limit:{field}"))))
    }

    fn get(&self, field: &str) -> Option<u64> {
        let value = &self.0[field];
        value.as_u64().or_else(|| value.as_str()?.parse().ok())
    }

    fn or(&self, field: &str, default: u64) -> u64 {
        self.get(field).unwrap_or(default)
    }
}

fn deadline(wall_ms: u64) -> Instant {
    const YEAR_MS: u64 = 365 * 24 * 3_600_000;
    Instant::now() + Duration::from_millis(wall_ms.min(YEAR_MS))
}

fn scopes(grants: &Json) -> Result<HashSet<String>, Json> {
    let grants = grants.as_array().map_or(&[][..], Vec::as_slice);
    let scope = |grant: &Json| match grant["capability"].as_str().unwrap_or_default() {
        "host-function" => Ok(grant["scope"].as_str().unwrap_or_default().to_owned()),
        other => Err(unsupported(&format!("grant:{other}"))),
    };
    grants.iter().map(scope).collect()
}

impl Sandbox {
    /// Makes this the one call under way, so that a `cancel` from now on is for it.
    fn claim(&self) -> Result<(), Json> {
        if self.rights.closed.load(Ordering::Relaxed) {
            return Err(rejected("call", "closed"));
        }
        if self.running.swap(true, Ordering::Relaxed) {
            return Err(rejected("call", "busy"));
        }
        self.watch.claim();
        Ok(())
    }

    fn release(&self) {
        self.running.store(false, Ordering::Relaxed);
    }

    fn usage(&self, store: &Inner) -> Json {
        json!({
            "state": if self.rights.closed.load(Ordering::Relaxed) { "closed" } else { "idle" },
            "memoryBytes": store.limits.memory.used(),
            "fuelUsed": store.balance.used.to_string(),
            "fuelLeft": store.balance.left.to_string(),
        })
    }

    /// Calls an export. The reply to a failure has the usage and the output as well.
    fn call(&self, store: &mut Inner, request: &Json, started: &dyn Fn()) -> Answer {
        let asked = Asked::of(request, &["fuel", "wallMs"])?;
        let name = request["export"].as_str().unwrap_or_default();
        let function = store.function(self.handle, name).ok_or_else(|| rejected("call", "no-such-export"))?;
        let arguments = store.arguments(self.handle, &function, &request["args"]);
        let arguments = arguments.ok_or_else(|| rejected("call", "argument-mismatch"))?;
        if let Some(fuel) = asked.get("fuel") {
            store.balance.left = fuel;
        }
        started();
        let until = deadline(asked.or("wallMs", self.wall_ms));
        let mut reply = match store.run(&self.watch, until, &function, &arguments) {
            Ok(results) => {
                let values = store.results(self.handle, &results);
                outcome(json!({ "kind": "returned", "phase": "call", "values": values }))
            }
            Err(error) => {
                if let Some(Ending::Exited(_)) = error.downcast_ref() {
                    self.rights.closed.store(true, Ordering::Relaxed);
                }
                of_run(&error, "call")
            }
        };
        reply["usage"] = self.usage(store);
        add_output(&mut reply, &self.rights);
        Ok(reply)
    }
}

fn add_output(reply: &mut Json, rights: &Rights) {
    let Log { bytes, truncated } = std::mem::take(&mut *rights.log.lock().unwrap());
    if truncated || !bytes.is_empty() {
        reply["output"] = json!({ "log": BASE64_STANDARD.encode(bytes), "truncated": truncated });
    }
}

impl Host {
    pub fn sandbox(&self, handle: &Json) -> Result<Arc<Sandbox>, Json> {
        let found = handle.as_u64().and_then(|it| self.sandboxes.lock().unwrap().get(&it).cloned());
        found.ok_or_else(|| rejected("call", "unknown-handle"))
    }

    pub fn load(&self, request: &Json, started: &dyn Fn()) -> Answer {
        let asked = Asked::of(request, &["moduleBytes"])?;
        if request["kind"] != "module" {
            return Err(unsupported("component-model"));
        }
        let wasm = &request["wasm"];
        let wasm = match (wasm["path"].as_str(), wasm["base64"].as_str()) {
            (Some(path), _) => std::fs::read(path).map_err(|error| host_error(&error))?,
            (_, text) => BASE64_STANDARD.decode(text.unwrap_or_default()).map_err(|error| host_error(&error))?,
        };
        let digest: String = Sha256::digest(&wasm).iter().map(|byte| format!("{byte:02x}")).collect();
        if request["wasm"]["sha256"] != digest {
            return Err(rejected("decode", "digest"));
        }
        if wasm.len() as u64 > asked.or("moduleBytes", MODULE_BYTES) {
            return Err(limit("module-size", "decode"));
        }
        started();
        let compiled = meter::compile(&wasm, deadline(COMPILE_MS)).map_err(|error| match error {
            CompileError::Aborted(_) => limit("compile", "validate"),
            // One kind of error for malformed and for invalid modules.
            error => refused("validate", &error),
        })?;
        let handle = self.handles.fetch_add(1, Ordering::Relaxed);
        self.modules.lock().unwrap().insert(handle, Arc::new(Loaded { compiled }));
        Ok(json!({ "module": handle }))
    }

    /// The store for a new sandbox: one of its own, or its group's. The first member's limits bind the group.
    fn domain(&self, request: &Json, asked: &Asked) -> Arc<Domain> {
        let make = || {
            let pool = |field, default| Arc::new(Pool::new(asked.or(field, default)));
            let limits = Limits {
                memory: pool("memoryBytes", MEMORY_BYTES),
                tables: pool("tableElements", TABLE_ELEMENTS),
                denied: Arc::default(),
            };
            Arc::new(Domain::new(limits, asked.or("instances", INSTANCES), asked.or("fuel", FUEL)))
        };
        let Some(name) = request["group"].as_str() else {
            return make();
        };
        let mut groups = self.groups.lock().unwrap();
        if let Some(living) = groups.get(name).and_then(Weak::upgrade) {
            return living;
        }
        let made = make();
        groups.retain(|_, domain| domain.strong_count() > 0);
        groups.insert(name.into(), Arc::downgrade(&made));
        made
    }

    /// The names of links, and the members of the group that stand behind them.
    fn links(&self, request: &Json, domain: &Arc<Domain>) -> Result<Vec<(String, u64)>, Json> {
        let links = request["link"].as_object().into_iter().flatten();
        let resolve = |(name, handle): (&String, &Json)| {
            let found = self.sandbox(handle).ok();
            found
                .filter(|it| Arc::ptr_eq(&it.domain, domain) && !RESERVED.contains(&name.as_str()))
                .map(|it| (name.clone(), it.handle))
                .ok_or_else(|| rejected("link", "unknown-link"))
        };
        links.map(resolve).collect()
    }

    pub fn instantiate(self: &Arc<Self>, request: &Json, reply: Reply) -> Result<(), Json> {
        let known = ["memoryBytes", "fuel", "wallMs", "tableElements", "instances", "outputBytes", "hostcallBytes"];
        let asked = Asked::of(request, &known)?;
        let granted = scopes(&request["grants"])?;
        if request.get("wasi").is_some() {
            return Err(unsupported("wasi-p1"));
        }
        let loaded = request["module"].as_u64().and_then(|it| self.modules.lock().unwrap().get(&it).cloned());
        let loaded = loaded.ok_or_else(|| rejected("call", "unknown-handle"))?;
        let wall_ms = asked.or("wallMs", WALL_MS);
        if wall_ms == 0 {
            return Err(limit("time", "instantiate"));
        }
        let domain = self.domain(request, &asked);
        let links = self.links(request, &domain)?;
        let rights = Arc::new(Rights {
            granted: Mutex::new(granted),
            log: Mutex::default(),
            output_bytes: asked.or("outputBytes", OUTPUT_BYTES) as usize,
            hostcall_bytes: asked.or("hostcallBytes", HOSTCALL_BYTES),
            closed: AtomicBool::new(false),
        });
        let host = self.clone();
        let of_sandbox = domain.clone();
        domain.submit(reply, move |store, started| {
            started();
            let handle = host.handles.fetch_add(1, Ordering::Relaxed);
            let watch = Arc::<Watch>::default();
            let made = store.start(handle, &loaded.compiled, &links, &rights, &watch, deadline(wall_ms));
            let mut reply = made.map_or_else(|ended| ended, |()| json!({ "sandbox": handle }));
            add_output(&mut reply, &rights);
            if reply.get("sandbox").is_some() {
                let running = AtomicBool::new(false);
                let sandbox = Sandbox { handle, domain: of_sandbox, rights, wall_ms, watch, running };
                host.sandboxes.lock().unwrap().insert(handle, Arc::new(sandbox));
            }
            Ok(reply)
        });
        Ok(())
    }

    pub fn call(&self, request: Json, reply: Reply) -> Result<(), Json> {
        let sandbox = self.sandbox(&request["sandbox"])?;
        sandbox.claim()?;
        sandbox.domain.clone().submit(reply, move |store, started| {
            let answer = catch_unwind(AssertUnwindSafe(|| sandbox.call(store, &request, started)));
            sandbox.release();
            answer.unwrap_or_else(|_| Err(host_error(&"the engine panicked")))
        });
        Ok(())
    }

    pub fn inspect(&self, request: &Json, reply: Reply) -> Result<(), Json> {
        let sandbox = self.sandbox(&request["sandbox"])?;
        if sandbox.running.load(Ordering::Relaxed) {
            // The figures are with the call under way.
            return Err(json!({ "usage": { "state": "running" } }));
        }
        sandbox.domain.clone().submit(reply, move |store, _| Ok(json!({ "usage": sandbox.usage(store) })));
        Ok(())
    }

    pub fn regrant(&self, request: &Json) -> Answer {
        let sandbox = self.sandbox(&request["sandbox"])?;
        let (added, removed) = (scopes(&request["add"])?, scopes(&request["remove"])?);
        let mut granted = sandbox.rights.granted.lock().unwrap();
        granted.retain(|scope| !removed.contains(scope));
        granted.extend(added);
        Ok(json!({}))
    }

    pub fn cancel(&self, request: &Json) -> Answer {
        self.sandbox(&request["sandbox"])?.watch.cancel();
        Ok(json!({}))
    }

    /// A call under way is cancelled, and keeps what it needs until it ended.
    pub fn forget(&self, request: &Json) -> Answer {
        let removed = |handle: &Json| handle.as_u64().and_then(|it| self.sandboxes.lock().unwrap().remove(&it));
        if let Some(sandbox) = removed(&request["sandbox"]) {
            sandbox.watch.cancel();
            return Ok(json!({}));
        }
        let module = request["module"].as_u64().and_then(|it| self.modules.lock().unwrap().remove(&it));
        module.map(|_| json!({})).ok_or_else(|| rejected("call", "unknown-handle"))
    }
}
