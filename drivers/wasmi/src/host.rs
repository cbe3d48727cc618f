//! Modules, and the sandboxes made of them.

use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, TryLockError, Weak};
use std::time::{Duration, Instant};

use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use wasmi::{CompilationMode, Config, Engine, Extern, Instance, Linker, Module, Store, Val};

use crate::budget::{Budget, Pool, Stop, fuel_left, fuel_used, grant_fuel, prepare_start, run, start_exhausted};
use crate::functions::{self, Log, Rights};
use crate::outcome::{
    Ending, ending, host_error, limit, of_instantiate, of_load, of_run, outcome, rejected, unsupported,
};
use crate::values::{References, from_wire, to_wire};

/// A reply without its id. `Err` is one as well: what a request ended with before its end.
pub type Answer = Result<Value, Value>;

/// What holds where a limit is left out.
pub const MEMORY_BYTES: u64 = 64 << 20;
pub const TABLE_ELEMENTS: u64 = 1_000_000;
pub const INSTANCES: u64 = 100;
pub const FUEL: u64 = 100_000_000_000;
pub const WALL_MS: u64 = 10_000;
pub const OUTPUT_BYTES: u64 = 1 << 20;
pub const HOSTCALL_BYTES: u64 = 64 << 20;
pub const MODULE_BYTES: u64 = 32 << 20;

/// Nobody may stand in for these, whether they are granted or not.
const RESERVED: [&str; 3] = [functions::MODULE, "wasi_snapshot_preview1", "wasi_unstable"];

struct Loaded {
    bytes: Vec<u8>,
    module: Module,
}

/// A store, shared by the members of a group.
struct Domain {
    store: Mutex<Store<Budget>>,
    grouped: bool,
}

pub struct Sandbox {
    handle: u64,
    domain: Arc<Domain>,
    instance: Instance,
    rights: Arc<Rights>,
    wall_ms: u64,
    stop: Arc<Stop>,
    running: AtomicBool,
    references: Mutex<References>,
}

/// A sandbox with a call under way, until this is dropped.
pub struct Running(Arc<Sandbox>);

impl Running {
    pub fn call(&self, request: &Value, started: &dyn Fn()) -> Answer {
        self.0.call(request, started)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.0.running.store(false, Ordering::Relaxed);
    }
}

#[derive(Default)]
pub struct Host {
    handles: AtomicU64,
    modules: Mutex<HashMap<u64, Arc<Loaded>>>,
    sandboxes: Mutex<HashMap<u64, Arc<Sandbox>>>,
    groups: Mutex<HashMap<String, Weak<Domain>>>,
}

/// An engine keeps the code of all its modules until it goes, so each module has its own.
fn new_engine() -> Engine {
    let mut config = Config::default();
    config.consume_fuel(true);
    // Lazily compiled functions would be paid for by whoever calls them first: fuel would depend on the past.
    config.compilation_mode(CompilationMode::Eager);
    config.ignore_custom_sections(true);
    config.wasm_custom_page_sizes(false).wasm_wide_arithmetic(false);
    Engine::new(&config)
}

/// The limits of a request, of which none may be unknown.
struct Limits<'a>(&'a Value);

impl<'a> Limits<'a> {
    fn of(request: &'a Value, known: &[&str]) -> Result<Self, Value> {
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

fn scopes(grants: &Value) -> Result<HashSet<String>, Value> {
    let grants = grants.as_array().map_or(&[][..], Vec::as_slice);
    let scope = |grant: &Value| match grant["capability"].as_str().unwrap_or_default() {
        "host-function" => Ok(grant["scope"].as_str().unwrap_or_default().to_owned()),
        other => Err(unsupported(&format!("grant:{other}"))),
    };
    grants.iter().map(scope).collect()
}

impl Domain {
    /// The store, unless a member of the group runs.
    fn try_lock(&self) -> Result<MutexGuard<'_, Store<Budget>>, Value> {
        self.store.try_lock().map_err(|error| match error {
            TryLockError::WouldBlock => rejected("call", "busy"),
            TryLockError::Poisoned(_) => rejected("call", "poisoned"),
        })
    }
}

impl Sandbox {
    /// Makes this the one call under way, so that a `cancel` from now on is for it.
    pub fn claim(self: Arc<Self>) -> Result<Running, Value> {
        if self.rights.closed.load(Ordering::Relaxed) {
            return Err(rejected("call", "closed"));
        }
        if self.running.swap(true, Ordering::Relaxed) {
            return Err(rejected("call", "busy"));
        }
        self.stop.set(false);
        Ok(Running(self))
    }

    fn usage(&self, store: &Store<Budget>) -> Value {
        json!({
            "state": if self.rights.closed.load(Ordering::Relaxed) { "closed" } else { "idle" },
            "memoryBytes": store.data().memory.used,
            "fuelUsed": fuel_used(store).to_string(),
            "fuelLeft": fuel_left(store).to_string(),
        })
    }

    fn arguments(&self, request: &Value, function: &wasmi::FuncType) -> Result<Vec<Val>, Value> {
        let references = self.references.lock().unwrap();
        let given = request["args"].as_array().map_or(&[][..], Vec::as_slice);
        let wanted = function.params();
        let convert = |(value, ty): (&Value, &_)| from_wire(value, *ty, self.handle, &references);
        (given.len() == wanted.len())
            .then(|| given.iter().zip(wanted).map(convert).collect::<Option<_>>())
            .flatten()
            .ok_or_else(|| rejected("call", "argument-mismatch"))
    }

    /// Calls an export. The reply to a failure has the usage and the output as well.
    fn call(&self, request: &Value, started: &dyn Fn()) -> Answer {
        let limits = Limits::of(request, &["fuel", "wallMs"])?;
        let mut store = self.domain.try_lock()?;
        let name = request["export"].as_str().unwrap_or_default();
        let function = self.instance.get_export(&*store, name).and_then(Extern::into_func);
        let function = function.ok_or_else(|| rejected("call", "no-such-export"))?;
        let ty = function.ty(&*store);
        let arguments = self.arguments(request, &ty)?;
        let mut results: Vec<_> = ty.results().iter().map(|ty| Val::default_for_ty(*ty)).collect();

        if let Some(fuel) = limits.get("fuel") {
            grant_fuel(&mut *store, fuel);
        }
        store.data_mut().deadline = deadline(limits.or("wallMs", self.wall_ms));
        store.data_mut().stop = self.stop.clone();
        started();
        let mut reply = match run(&mut *store, function, &arguments, &mut results) {
            Ok(()) => {
                let mut references = self.references.lock().unwrap();
                let values: Vec<_> = results.iter().map(|it| to_wire(it, self.handle, &mut references)).collect();
                outcome(json!({ "kind": "returned", "phase": "call", "values": values }))
            }
            Err(error) => {
                if let Some(Ending::Exited(_)) = ending(&error) {
                    self.rights.closed.store(true, Ordering::Relaxed);
                }
                of_run(&error, "call")
            }
        };
        reply["usage"] = self.usage(&store);
        add_output(&mut reply, &self.rights);
        Ok(reply)
    }
}

fn add_output(reply: &mut Value, rights: &Rights) {
    let Log { bytes, truncated } = std::mem::take(&mut *rights.log.lock().unwrap());
    if truncated || !bytes.is_empty() {
        reply["output"] = json!({ "log": BASE64_STANDARD.encode(bytes), "truncated": truncated });
    }
}

impl Host {
    fn new_handle(&self) -> u64 {
        self.handles.fetch_add(1, Ordering::Relaxed)
    }

    pub fn sandbox(&self, handle: &Value) -> Result<Arc<Sandbox>, Value> {
        let found = handle.as_u64().and_then(|it| self.sandboxes.lock().unwrap().get(&it).cloned());
        found.ok_or_else(|| rejected("call", "unknown-handle"))
    }

    pub fn load(&self, request: &Value, started: &dyn Fn()) -> Answer {
        let limits = Limits::of(request, &["moduleBytes"])?;
        if request["kind"] != "module" {
            return Err(unsupported("component-model"));
        }
        let wasm = &request["wasm"];
        let bytes = match (wasm["path"].as_str(), wasm["base64"].as_str()) {
            (Some(path), _) => std::fs::read(path).map_err(|error| host_error(&error.to_string()))?,
            (_, text) => BASE64_STANDARD.decode(text.unwrap_or_default()).map_err(|it| host_error(&it.to_string()))?,
        };
        let digest: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        if wasm["sha256"] != digest {
            return Err(rejected("decode", "digest"));
        }
        if bytes.len() as u64 > limits.or("moduleBytes", MODULE_BYTES) {
            return Err(limit("module-size", "decode"));
        }
        started();
        let module = Module::new(&new_engine(), &bytes).map_err(|error| of_load(&error))?;
        let handle = self.new_handle();
        self.modules.lock().unwrap().insert(handle, Arc::new(Loaded { bytes, module }));
        Ok(json!({ "module": handle }))
    }

    /// The store for a new sandbox: one of its own, or its group's. The first member's limits bind the group.
    fn domain(&self, request: &Value, engine: impl FnOnce() -> Engine, limits: &Limits) -> Arc<Domain> {
        let create = |engine| {
            let pool = |field, default| Pool::new(usize::try_from(limits.or(field, default)).unwrap_or(usize::MAX));
            let budget = Budget::new(
                pool("memoryBytes", MEMORY_BYTES),
                pool("tableElements", TABLE_ELEMENTS),
                limits.or("instances", INSTANCES) as usize,
                Arc::default(),
            );
            let mut store = Store::new(&engine, budget);
            store.limiter(|budget| budget);
            grant_fuel(&mut store, limits.or("fuel", FUEL));
            store
        };
        let Some(name) = request["group"].as_str() else {
            return Arc::new(Domain { store: Mutex::new(create(engine())), grouped: false });
        };
        let mut groups = self.groups.lock().unwrap();
        if let Some(living) = groups.get(name).and_then(Weak::upgrade) {
            return living;
        }
        let made = Arc::new(Domain { store: Mutex::new(create(new_engine())), grouped: true });
        groups.retain(|_, domain| domain.strong_count() > 0);
        groups.insert(name.into(), Arc::downgrade(&made));
        made
    }

    fn link(&self, request: &Value, domain: &Arc<Domain>) -> Result<Vec<(String, Arc<Sandbox>)>, Value> {
        let links = request["link"].as_object().into_iter().flatten();
        let resolve = |(name, handle): (&String, &Value)| {
            let found = self.sandbox(handle).ok();
            found
                .filter(|it| Arc::ptr_eq(&it.domain, domain) && !RESERVED.contains(&name.as_str()))
                .map(|it| (name.clone(), it))
                .ok_or_else(|| rejected("link", "unknown-link"))
        };
        links.map(resolve).collect()
    }

    pub fn instantiate(&self, request: &Value, started: &dyn Fn()) -> Answer {
        let known = ["memoryBytes", "fuel", "wallMs", "tableElements", "instances", "outputBytes", "hostcallBytes"];
        let limits = Limits::of(request, &known)?;
        let granted = scopes(&request["grants"])?;
        if request.get("wasi").is_some() {
            return Err(unsupported("wasi-p1"));
        }
        let loaded = request["module"].as_u64().and_then(|it| self.modules.lock().unwrap().get(&it).cloned());
        let loaded = loaded.ok_or_else(|| rejected("call", "unknown-handle"))?;
        let wall_ms = limits.or("wallMs", WALL_MS);
        let domain = self.domain(request, || loaded.module.engine().clone(), &limits);
        let links = self.link(request, &domain)?;
        let rights = Arc::new(Rights {
            granted: Mutex::new(granted),
            log: Mutex::default(),
            output_bytes: limits.or("outputBytes", OUTPUT_BYTES) as usize,
            hostcall_bytes: limits.or("hostcallBytes", HOSTCALL_BYTES) as usize,
            closed: AtomicBool::new(false),
        });
        let mut store = domain.try_lock()?;
        if wall_ms == 0 {
            return Err(limit("time", "instantiate"));
        }
        let stop = Arc::<Stop>::default();
        store.data_mut().deadline = deadline(wall_ms);
        store.data_mut().stop = stop.clone();
        started();
        let instance = start(&mut store, &domain, &loaded, &links, &rights).map_err(|mut reply| {
            add_output(&mut reply, &rights);
            reply
        })?;
        drop(store);

        let handle = self.new_handle();
        let mut reply = json!({ "sandbox": handle });
        add_output(&mut reply, &rights);
        let sandbox = Sandbox {
            handle,
            domain,
            instance,
            rights,
            wall_ms,
            stop,
            running: AtomicBool::new(false),
            references: Mutex::default(),
        };
        self.sandboxes.lock().unwrap().insert(handle, Arc::new(sandbox));
        Ok(reply)
    }

    pub fn inspect(&self, request: &Value) -> Answer {
        let sandbox = self.sandbox(&request["sandbox"])?;
        // The figures are in the store, which belongs to the call under way.
        let usage = match sandbox.domain.try_lock() {
            _ if sandbox.running.load(Ordering::Relaxed) => json!({ "state": "running" }),
            Ok(store) => sandbox.usage(&store),
            Err(_) => json!({ "state": "idle" }),
        };
        Ok(json!({ "usage": usage }))
    }

    pub fn regrant(&self, request: &Value) -> Answer {
        let sandbox = self.sandbox(&request["sandbox"])?;
        let (added, removed) = (scopes(&request["add"])?, scopes(&request["remove"])?);
        let mut granted = sandbox.rights.granted.lock().unwrap();
        granted.retain(|scope| !removed.contains(scope));
        granted.extend(added);
        Ok(json!({}))
    }

    pub fn cancel(&self, request: &Value) -> Answer {
        self.sandbox(&request["sandbox"])?.stop.set(true);
        Ok(json!({}))
    }

    /// A call under way is cancelled, and keeps what it needs until it ended.
    pub fn forget(&self, request: &Value) -> Answer {
        let removed = |handle: &Value| handle.as_u64().and_then(|it| self.sandboxes.lock().unwrap().remove(&it));
        if let Some(sandbox) = removed(&request["sandbox"]) {
            sandbox.stop.set(true);
            return Ok(json!({}));
        }
        let module = request["module"].as_u64().and_then(|it| self.modules.lock().unwrap().remove(&it));
        module.map(|_| json!({})).ok_or_else(|| rejected("call", "unknown-handle"))
    }
}

/// Links, initialises, and runs what a module runs by itself.
fn start(
    store: &mut Store<Budget>,
    domain: &Domain,
    loaded: &Loaded,
    links: &[(String, Arc<Sandbox>)],
    rights: &Arc<Rights>,
) -> Result<Instance, Value> {
    let module = match domain.grouped {
        true => Module::new(store.engine(), &loaded.bytes).map_err(|error| of_load(&error))?,
        false => loaded.module.clone(),
    };
    let mut linker = Linker::new(store.engine());
    functions::link(&mut linker, rights).map_err(|error| of_instantiate(&error))?;
    for (name, sandbox) in links {
        linker.instance(&mut *store, name, sandbox.instance).map_err(|error| of_instantiate(&error))?;
    }
    prepare_start(&mut *store);
    let instance = linker.instantiate_and_start(&mut *store, &module).map_err(|error| match error.as_trap_code() {
        Some(wasmi::TrapCode::OutOfFuel) => of_run(&start_exhausted(&mut *store).into(), "start"),
        _ => of_instantiate(&error),
    })?;
    let initialize = instance.get_export(&*store, "_initialize").and_then(Extern::into_func);
    if let Some(initialize) = initialize.filter(|it| it.typed::<(), ()>(&*store).is_ok()) {
        run(&mut *store, initialize, &[], &mut []).map_err(|error| of_run(&error, "start"))?;
    }
    if rights.closed.load(Ordering::Relaxed) {
        return Err(of_run(&Ending::Cancelled.into(), "start"));
    }
    Ok(instance)
}
