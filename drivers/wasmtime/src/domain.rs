//! A trust domain: one store, on a thread of its own, for the sandboxes of one group, or for one sandbox without a group.

use std::{
    collections::HashMap,
    io,
    sync::{Arc, Mutex, mpsc},
    thread,
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use wasmtime::{
    AsContextMut, Engine, Error, Instance, InstancePre, Linker, Module, PoolConcurrencyLimitError, Result, RootScope,
    Store, UnknownImportError, UpdateDeadline, Val, WasmBacktrace,
};

use crate::{
    clock::Clock,
    functions,
    limits::{self, Account, Limits},
    outcome::{Ending, ended, host_error, is_of_guest, limit, rejected, unsupported},
    protocol::Reply,
    sandbox::Sandbox,
    values::References,
};

/// Room for a guest's stack and the host functions on top of it, or for the compiler.
pub const THREAD_STACK: usize = 8 << 20;

/// Import modules that are the host's own: no sandbox is linked under such a name.
const RESERVED: [&str; 2] = [functions::MODULE, "wasi_snapshot_preview1"];

/// A handle of the domain. Its thread ends with the last one, and its store with the thread.
pub struct Domain {
    pub limits: Limits,
    pub clock: Arc<Clock>,
    /// What was used, as of the last reply.
    pub usage: Arc<Mutex<Value>>,
    jobs: mpsc::Sender<Job>,
    /// Who is told when the store is gone.
    farewell: Arc<Mutex<Option<Reply>>>,
}

type Job = Box<dyn FnOnce(&mut World) + Send>;

impl Domain {
    pub fn start(engine: &Engine, limits: Limits) -> io::Result<Self> {
        let (jobs, queue) = mpsc::channel::<Job>();
        let clock = Arc::new(Clock::default());
        let usage = Arc::new(Mutex::default());
        let mut world = World::new(engine, &limits, clock.clone(), usage.clone());
        let farewell = Arc::new(Mutex::new(None::<Reply>));
        let last = farewell.clone();
        thread::Builder::new().stack_size(THREAD_STACK).spawn(move || {
            for job in queue {
                job(&mut world);
            }
            drop(world);
            if let Some(reply) = last.lock().unwrap().take() {
                reply.send(json!({}));
            }
        })?;
        Ok(Domain { limits, clock, usage, jobs, farewell })
    }

    /// Lets the domain go, and answers when it is gone.
    pub fn end(self, reply: Reply) {
        *self.farewell.lock().unwrap() = Some(reply);
    }

    /// What is asked of one domain is done in order.
    pub fn run(&self, job: impl FnOnce(&mut World) + Send + 'static) {
        self.jobs.send(Box::new(job)).expect("a domain's thread lives as long as its handles");
    }
}

/// What lives on the domain's thread.
pub struct World {
    clock: Arc<Clock>,
    usage: Arc<Mutex<Value>>,
    store: Store<Account>,
    members: HashMap<u64, Member>,
    /// Instances made so far; wasmtime frees them with the store, so that a dropped one still counts.
    instances: u64,
    max_instances: u64,
    /// The balance of fuel that was set last, and what was used before that.
    balance: u64,
    used_before: u64,
}

struct Member {
    sandbox: Arc<Sandbox>,
    instance: Instance,
    references: References,
    /// The deadline of calls that bring none.
    wall: Duration,
}

/// What a sandbox is made of.
pub struct Plan {
    pub sandbox: Arc<Sandbox>,
    pub module: Module,
    /// The sandbox whose exports stand behind an import module.
    pub links: Vec<(String, u64)>,
    pub wall: Duration,
}

impl World {
    fn new(engine: &Engine, limits: &Limits, clock: Arc<Clock>, usage: Arc<Mutex<Value>>) -> Self {
        let mut store = Store::new(engine, Account::new(limits.clone()));
        store.limiter(|account| account);
        let asked = clock.clone();
        store.epoch_deadline_callback(move |_| {
            asked.check()?;
            Ok(UpdateDeadline::Continue(1))
        });
        let mut world = World {
            clock,
            usage,
            store,
            members: HashMap::new(),
            instances: 0,
            max_instances: limits.instances,
            balance: 0,
            used_before: 0,
        };
        world.set_fuel(limits.fuel);
        world
    }

    /// Makes a sandbox, or says why not.
    pub fn instantiate(&mut self, plan: Plan, reply: &Reply) -> Result<(), Value> {
        if plan.wall.is_zero() {
            return Err(limit("instantiate", "time"));
        }
        reply.started();
        let Plan { sandbox, wall, .. } = &plan;
        self.clock.start(sandbox.id, Instant::now() + *wall);
        self.store.set_epoch_deadline(1);
        let made = self.link(&plan).and_then(|linked| self.make(&linked));
        self.clock.stop();
        let member =
            Member { sandbox: sandbox.clone(), instance: made?, references: References::of(sandbox.id), wall: *wall };
        if sandbox.is_closed() {
            // A start function can't go on behind `exit` or `close-self`.
            return Err(rejected("call", "closed", "the sandbox was closed"));
        }
        self.members.insert(sandbox.id, member);
        Ok(())
    }

    fn link(&mut self, plan: &Plan) -> Result<InstancePre<Account>, Value> {
        let mut linker = Linker::new(self.store.engine());
        for name in plan.sandbox.grants() {
            let known = functions::link(&mut linker, &name, &plan.sandbox, &self.clock)
                .map_err(|error| host_error("link", &error))?;
            if !known {
                return Err(unsupported(format_args!("host-function:{name}")));
            }
        }
        for (name, sandbox) in &plan.links {
            let Some(member) = self.members.get(sandbox) else {
                return Err(rejected("link", "unknown-sandbox", "a link leads to no sandbox of this group"));
            };
            if RESERVED.contains(&name.as_str()) {
                return Err(rejected("link", "reserved", "a link has the name of a module of the host's"));
            }
            linker
                .instance(&mut self.store, name, member.instance)
                .map_err(|error| rejected("link", "duplicate", error))?;
        }
        linker.instantiate_pre(&plan.module).map_err(|error| {
            let reason = if error.is::<UnknownImportError>() { "unknown-import" } else { "import-type" };
            rejected("link", reason, error.root_cause())
        })
    }

    fn make(&mut self, linked: &InstancePre<Account>) -> Result<Instance, Value> {
        // Wasmtime counts too (`ResourceLimiter::instances`), but says in its error's text only what was exceeded.
        if self.instances >= self.max_instances {
            return Err(limit("instantiate", "instances"));
        }
        self.instances += 1;
        let Account { memory, table, .. } = *self.store.data();
        self.store.data_mut().refused = None;
        let instance = linked.instantiate(&mut self.store).map_err(|error| {
            if is_of_guest(&error) {
                self.forget_exception();
                return ended(phase_of(&error), &error);
            }
            // No instance was made, and its memories and tables are gone.
            let account = self.store.data_mut();
            (account.memory, account.table) = (memory, table);
            match account.refused {
                Some(resource) => limit("instantiate", resource),
                None if error.is::<PoolConcurrencyLimitError>() => limit("instantiate", "instances"),
                None => host_error("instantiate", &error),
            }
        })?;
        if let Some(initialize) = instance.get_func(&mut self.store, "_initialize")
            && let Ok(initialize) = initialize.typed::<(), ()>(&self.store)
        {
            initialize.call(&mut self.store, ()).map_err(|error| {
                self.forget_exception();
                ended("start", &error)
            })?;
        }
        Ok(instance)
    }

    /// Calls an export, and says how that ended.
    pub fn call(&mut self, id: u64, request: &Value, reply: &Reply) -> Value {
        let Some(member) = self.members.get_mut(&id) else {
            return rejected("call", "unknown-handle", "no such sandbox");
        };
        if member.sandbox.is_closed() {
            return rejected("call", "closed", "the sandbox was closed");
        }
        let name = request["export"].as_str().unwrap_or_default();
        let Some(func) = member.instance.get_func(&mut self.store, name) else {
            return rejected("call", "no-such-export", "no function is exported by this name");
        };
        if let Some(fuel) = limits::fuel(request) {
            self.set_fuel(fuel);
        }
        let member = self.members.get_mut(&id).expect("found above");
        let wall = limits::milliseconds(request, "wallMs").unwrap_or(member.wall);
        if wall.is_zero() {
            return limit("call", "time");
        }
        // References that the call makes are rooted for its time.
        let mut scope = RootScope::new(&mut self.store);
        let ty = func.ty(&scope);
        let arguments = request["args"].as_array().map_or(&[][..], Vec::as_slice);
        let parameters: Option<Vec<_>> = (arguments.len() == ty.params().len())
            .then(|| arguments.iter().zip(ty.params()))
            .and_then(|pairs| pairs.map(|(value, ty)| member.references.parse(value, &ty, &mut scope)).collect());
        let Some(parameters) = parameters else {
            return rejected("call", "argument-mismatch", format_args!("the export has the type {ty}"));
        };
        let mut results = vec![Val::null_func_ref(); ty.results().len()];
        reply.started();
        self.clock.start(id, Instant::now() + wall);
        scope.as_context_mut().set_epoch_deadline(1);
        let called = func.call(&mut scope, &parameters, &mut results);
        self.clock.stop();
        let values = called.and_then(|()| {
            results.iter().map(|value| member.references.print(value, &mut scope)).collect::<Result<Vec<_>>>()
        });
        drop(scope);
        match values {
            Ok(values) => {
                json!({ "outcome": { "kind": "returned", "phase": "call", "values": values } })
            }
            Err(error) => {
                self.forget_exception();
                ended("call", &error)
            }
        }
    }

    /// Forgets a sandbox. Others of its group may still use what it exported, so its memory stays until the last one goes.
    pub fn drop_sandbox(&mut self, id: u64) {
        self.members.remove(&id);
    }

    /// What was used. It is written down for `inspect`, which does not wait for a call under way.
    pub fn usage(&mut self) -> Value {
        let left = self.fuel_left();
        let usage = json!({
            "memoryBytes": self.store.data().memory,
            "fuelUsed": self.used_before.saturating_add(self.balance - left).to_string(),
            "fuelLeft": left.to_string(),
        });
        *self.usage.lock().unwrap() = usage.clone();
        usage
    }

    fn set_fuel(&mut self, fuel: u64) {
        self.used_before = self.used_before.saturating_add(self.balance - self.fuel_left());
        self.balance = fuel;
        self.store.set_fuel(fuel).expect("the engine meters");
    }

    fn fuel_left(&self) -> u64 {
        self.store.get_fuel().expect("the engine meters").min(self.balance)
    }

    /// An exception that left the guest stays with the store until it is taken.
    fn forget_exception(&mut self) {
        let mut scope = RootScope::new(&mut self.store);
        scope.as_context_mut().take_pending_exception();
    }
}

/// Segments are written by code that the compiler makes, which has no frame in a backtrace; a start function has one.
fn phase_of(error: &Error) -> &'static str {
    let in_function = error.downcast_ref::<WasmBacktrace>().is_some_and(|trace| !trace.frames().is_empty());
    if in_function || error.is::<Ending>() { "start" } else { "instantiate" }
}
