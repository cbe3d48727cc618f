//! Wasmtime as a host of the protocol (docs/protocol.md).
//!
//! Fuel and an epoch that rises each 10 ms bound a guest's time, a limiter of the store its memories and tables. Each trust
//! domain has a store and a thread. Modules are compiled in a process that is killed when their time is up. WASI and
//! components are not here.

mod clock;
mod compile;
mod describe;
mod domain;
mod engine;
mod functions;
mod limits;
mod outcome;
mod protocol;
mod sandbox;
mod values;

use std::{
    collections::{BTreeSet, HashMap},
    env, fs, io,
    process::ExitCode,
    sync::{
        Arc, Mutex, Weak,
        atomic::{AtomicU64, Ordering},
    },
    thread,
};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use wasmtime::{Engine, Module};

use crate::{
    domain::{Domain, Plan},
    engine::Variant,
    limits::Limits,
    outcome::{host_error, limit, rejected, unsupported},
    protocol::Reply,
    sandbox::Sandbox,
};

/// What the kit may name. Handles are numbers that are never given again.
struct Host {
    engine: Engine,
    variant: Variant,
    handles: AtomicU64,
    modules: Mutex<HashMap<u64, Module>>,
    sandboxes: Mutex<HashMap<u64, Entry>>,
    groups: Mutex<HashMap<String, Weak<Domain>>>,
}

#[derive(Clone)]
struct Entry {
    sandbox: Arc<Sandbox>,
    domain: Arc<Domain>,
}

/// An operation answers at once, or later by itself (`None`).
type Answer = Result<Option<Value>, Value>;

impl Host {
    fn handle(self: &Arc<Self>, request: Value, reply: &Reply) -> Answer {
        match request["op"].as_str().unwrap_or_default() {
            "load" => self.load(request, reply.clone()),
            "instantiate" => self.instantiate(&request, reply.clone()),
            "call" => self.call(request, reply.clone()),
            "inspect" => {
                let Entry { sandbox, domain } = self.entry(&request["sandbox"])?;
                let mut usage = domain.usage.lock().unwrap().clone();
                usage["state"] = if domain.clock.is_running(sandbox.id) { "running" } else { sandbox.state() }.into();
                Ok(Some(json!({ "usage": usage })))
            }
            "regrant" => {
                let entry = self.entry(&request["sandbox"])?;
                entry.sandbox.regrant(functions_of(&request["add"])?, &functions_of(&request["remove"])?);
                Ok(Some(json!({})))
            }
            "cancel" => {
                self.cancel(&self.entry(&request["sandbox"])?);
                Ok(Some(json!({})))
            }
            "drop" if request.get("sandbox").is_some() => self.drop_sandbox(&request["sandbox"], reply.clone()),
            "drop" => match self.modules.lock().unwrap().remove(&handle(&request["module"])) {
                Some(_) => Ok(Some(json!({}))),
                None => Err(unknown("module")),
            },
            "ping" => Ok(Some(json!({}))),
            op => Err(unsupported(format_args!("op:{op}"))),
        }
    }

    fn entry(&self, value: &Value) -> Result<Entry, Value> {
        self.sandboxes.lock().unwrap().get(&handle(value)).cloned().ok_or_else(|| unknown("sandbox"))
    }

    fn next_handle(&self) -> u64 {
        self.handles.fetch_add(1, Ordering::Relaxed)
    }

    /// Compiles on a thread, so that nothing else waits for it.
    fn load(self: &Arc<Self>, request: Value, reply: Reply) -> Answer {
        if request["kind"] != "module" {
            return Err(unsupported("component-model"));
        }
        if let Some(refusal) = limits::refusal(&request, &["moduleBytes", "compileMs"]) {
            return Err(refusal);
        }
        let host = self.clone();
        spawn(move || reply.send(host.compile(&request, &reply).unwrap_or_else(|refusal| refusal)));
        Ok(None)
    }

    fn compile(&self, request: &Value, reply: &Reply) -> Result<Value, Value> {
        let bytes = bytes_of(&request["wasm"]).map_err(|error| host_error("decode", &error.into()))?;
        let digest: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        if request["wasm"]["sha256"] != digest {
            return Err(rejected("decode", "digest", format_args!("the bytes have SHA-256 {digest}")));
        }
        let most = request["limits"]["moduleBytes"].as_u64().unwrap_or(limits::DEFAULT_MODULE_BYTES);
        if bytes.len() as u64 > most {
            return Err(limit("decode", "module-size"));
        }
        reply.started();
        let time = limits::milliseconds(request, "compileMs").unwrap_or(limits::DEFAULT_COMPILE);
        let module = compile::compile(&self.engine, self.variant, &bytes, time)?;
        let handle = self.next_handle();
        self.modules.lock().unwrap().insert(handle, module);
        Ok(json!({ "module": handle }))
    }

    fn instantiate(self: &Arc<Self>, request: &Value, reply: Reply) -> Answer {
        let known = ["memoryBytes", "fuel", "wallMs", "tableElements", "instances", "outputBytes", "hostcallBytes"];
        if let Some(refusal) = limits::refusal(request, &known) {
            return Err(refusal);
        }
        if request.get("wasi").is_some() {
            return Err(unsupported("wasi-p1"));
        }
        let grants = functions_of(&request["grants"])?;
        let module = self.modules.lock().unwrap().get(&handle(&request["module"])).cloned();
        let module = module.ok_or_else(|| unknown("module"))?;
        let links = request["link"].as_object().into_iter().flatten();
        let links = links.map(|(name, sandbox)| (name.clone(), handle(sandbox))).collect();

        let limits = Limits::of(request);
        let wall = limits.wall;
        let domain = self.domain(&request["group"], limits)?;
        let sandbox = Arc::new(Sandbox::new(self.next_handle(), domain.limits.clone(), grants));
        let host = self.clone();
        let entry = Entry { sandbox: sandbox.clone(), domain: domain.clone() };
        domain.run(move |world| {
            let made = world.instantiate(Plan { sandbox, module, links, wall }, &reply);
            world.usage();
            let id = entry.sandbox.id;
            let output = entry.sandbox.take_output();
            let mut answer = match made {
                Ok(()) => {
                    host.sandboxes.lock().unwrap().insert(id, entry);
                    json!({ "sandbox": id })
                }
                Err(refusal) => refusal,
            };
            if let Some(output) = output {
                answer["output"] = output;
            }
            reply.send(answer);
        });
        Ok(None)
    }

    /// The domain of a group; a group whose last sandbox was dropped is made anew.
    fn domain(&self, group: &Value, limits: Limits) -> Result<Arc<Domain>, Value> {
        let mut groups = self.groups.lock().unwrap();
        let living = group.as_str().and_then(|name| groups.get(name)).and_then(Weak::upgrade);
        if let Some(domain) = living {
            return Ok(domain);
        }
        let domain = Domain::start(&self.engine, limits).map_err(|error| host_error("instantiate", &error.into()))?;
        let domain = Arc::new(domain);
        if let Some(name) = group.as_str() {
            groups.retain(|_, domain| domain.strong_count() > 0);
            groups.insert(name.to_string(), Arc::downgrade(&domain));
        }
        Ok(domain)
    }

    fn call(&self, request: Value, reply: Reply) -> Answer {
        if let Some(refusal) = limits::refusal(&request, &["fuel", "wallMs"]) {
            return Err(refusal);
        }
        let Entry { sandbox, domain } = self.entry(&request["sandbox"])?;
        domain.run(move |world| {
            let mut answer = world.call(sandbox.id, &request, &reply);
            answer["usage"] = world.usage();
            answer["usage"]["state"] = sandbox.state().into();
            if let Some(output) = sandbox.take_output() {
                answer["output"] = output;
            }
            reply.send(answer);
        });
        Ok(None)
    }

    fn cancel(&self, entry: &Entry) {
        entry.domain.clock.cancel(entry.sandbox.id);
        self.engine.increment_epoch();
    }

    fn drop_sandbox(&self, sandbox: &Value, reply: Reply) -> Answer {
        let Some(entry) = self.sandboxes.lock().unwrap().remove(&handle(sandbox)) else {
            return Err(unknown("sandbox"));
        };
        self.cancel(&entry);
        let Entry { sandbox, domain } = entry;
        match Arc::try_unwrap(domain) {
            Ok(last) => last.end(reply),
            Err(shared) => shared.run(move |world| {
                world.drop_sandbox(sandbox.id);
                reply.send(json!({}));
            }),
        }
        Ok(None)
    }
}

/// Zero for what is no handle; handles begin at 1.
fn handle(value: &Value) -> u64 {
    value.as_u64().unwrap_or(0)
}

fn unknown(what: &str) -> Value {
    rejected("call", "unknown-handle", format_args!("no such {what}"))
}

/// Names of the host functions in a list of grants; any other capability is not to be had.
fn functions_of(grants: &Value) -> Result<BTreeSet<String>, Value> {
    let grants = grants.as_array().map_or(&[][..], Vec::as_slice);
    grants
        .iter()
        .map(|grant| match (grant["capability"].as_str(), grant["scope"].as_str()) {
            (Some("host-function"), Some(name)) => Ok(name.to_string()),
            (capability, _) => Err(unsupported(format_args!("grant:{}", capability.unwrap_or_default()))),
        })
        .collect()
}

fn bytes_of(wasm: &Value) -> io::Result<Vec<u8>> {
    match wasm["path"].as_str() {
        Some(path) => fs::read(path),
        None => BASE64_STANDARD.decode(wasm["base64"].as_str().unwrap_or_default()).map_err(io::Error::other),
    }
}

fn spawn(work: impl FnOnce() + Send + 'static) {
    thread::Builder::new().stack_size(domain::THREAD_STACK).spawn(work).expect("the system gives a thread");
}

fn main() -> wasmtime::Result<ExitCode> {
    let arguments: Vec<String> = env::args().collect();
    let has = |argument: &str| arguments.iter().any(|given| given == argument);
    let variants = [Variant::Pooling, Variant::Threads];
    let variant = variants.into_iter().find(|variant| variant.argument().is_some_and(has)).unwrap_or(Variant::OnDemand);
    let engine = engine::new(variant)?;
    if has(compile::ARGUMENT) {
        return compile::compiler(&engine);
    }
    engine::tick(engine.clone());
    let host = Arc::new(Host {
        engine,
        variant,
        handles: AtomicU64::new(1),
        modules: Mutex::default(),
        sandboxes: Mutex::default(),
        groups: Mutex::default(),
    });
    let mut nonce: Arc<str> = "".into();
    for line in io::stdin().lines() {
        let request: Value = serde_json::from_str(&line?)?;
        if request["op"] == "bye" {
            break;
        }
        if request["op"] == "hello" {
            nonce = request["nonce"].as_str().unwrap_or_default().into();
        }
        let reply = Reply { nonce: nonce.clone(), id: request["id"].clone() };
        if request["op"] == "hello" {
            reply.send(describe::describe(variant));
        } else if let Some(answer) = host.handle(request, &reply).unwrap_or_else(Some) {
            reply.send(answer);
        }
    }
    // Guests may still run; they end with the process.
    std::process::exit(0);
}
