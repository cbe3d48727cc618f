//! A store, shared by the members of a group. wasmer's stores can't change threads, so each has one, which does the
//! requests for it in their order.

use std::collections::HashMap;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Instant;

use serde_json::Value as Json;
use wasmer::sys::NativeEngineExt;
use wasmer::sys::vm::TrapCode;
use wasmer::{Engine, Function, FunctionEnv, FunctionType, Instance, Interrupter, Module, RuntimeError, Store, Value};

use crate::Reply;
use crate::deadline::Watch;
use crate::functions::{self, Environment, Rights, Running};
use crate::host::Answer;
use crate::limits::Limits;
use crate::meter::{self, Balance};
use crate::outcome::{Ending, host_error, limit, of_ending, of_instantiate, of_run};
use crate::values::{References, from_wire, to_wire};

/// For host functions that call back; guests have their own stack.
const THREAD_STACK_BYTES: usize = 16 << 20;

type Job = Box<dyn FnOnce(&mut Inner) + Send>;

/// The thread of a store. It ends when the last sandbox of the store is dropped, and the store with it.
pub struct Domain {
    jobs: Mutex<Sender<Job>>,
}

impl Domain {
    pub fn new(limits: Limits, instances: u64, fuel: u64) -> Self {
        let (jobs, queue) = channel::<Job>();
        let run = move || {
            let mut inner = Inner::new(limits, instances, fuel);
            queue.into_iter().for_each(|job| job(&mut inner));
        };
        thread::Builder::new().stack_size(THREAD_STACK_BYTES).spawn(run).expect("a thread for a store");
        Self { jobs: Mutex::new(jobs) }
    }

    pub fn submit(&self, reply: Reply, work: impl FnOnce(&mut Inner, &dyn Fn()) -> Answer + Send + 'static) {
        let job: Job = Box::new(move |inner| reply.with(|started| work(inner, started)));
        self.jobs.lock().unwrap().send(job).expect("the thread lives as long as its domain");
    }
}

struct Member {
    instance: Instance,
    references: References,
}

pub struct Inner {
    pub limits: Limits,
    pub balance: Balance,
    engine: Engine,
    store: Store,
    interrupter: Interrupter,
    most_instances: u64,
    instances: Vec<Instance>,
    members: HashMap<u64, Member>,
    running: Arc<Running>,
}

impl Inner {
    fn new(limits: Limits, most_instances: u64, fuel: u64) -> Self {
        let mut engine = Engine::headless();
        engine.set_tunables(limits.clone());
        let store = Store::new(engine.clone());
        Self {
            limits,
            balance: Balance { used: 0, left: fuel },
            engine,
            interrupter: store.interrupter(),
            store,
            most_instances,
            instances: Vec::new(),
            members: HashMap::new(),
            running: Arc::default(),
        }
    }

    /// A function that the guest exports; not what the host added to it.
    pub fn function(&self, sandbox: u64, name: &str) -> Option<Function> {
        let function = self.members.get(&sandbox)?.instance.exports.get_function(name).ok();
        function.filter(|_| !meter::is_hosts(name)).cloned()
    }

    pub fn arguments(&self, sandbox: u64, function: &Function, given: &Json) -> Option<Vec<Value>> {
        let references = &self.members.get(&sandbox)?.references;
        let ty = function.ty(&self.store);
        let given = given.as_array().map_or(&[][..], Vec::as_slice);
        let convert = |(value, ty): (&Json, &_)| from_wire(value, *ty, sandbox, references);
        (given.len() == ty.params().len()).then(|| given.iter().zip(ty.params()).map(convert).collect()).flatten()
    }

    pub fn results(&mut self, sandbox: u64, results: &[Value]) -> Vec<Json> {
        let Some(member) = self.members.get_mut(&sandbox) else {
            return Vec::new();
        };
        results.iter().map(|it| to_wire(it, sandbox, &mut member.references)).collect()
    }

    /// Runs a function of a member within the balance and the deadline.
    pub fn run(
        &mut self,
        watch: &Arc<Watch>,
        until: Instant,
        function: &Function,
        arguments: &[Value],
    ) -> Result<Box<[Value]>, RuntimeError> {
        *self.running.watch.lock().unwrap() = watch.clone();
        let Self { store, balance, instances, .. } = self;
        watch.guard(&self.interrupter, until, || {
            watch.check()?;
            // The meter looks at the end of what runs without a branch, and would let that much run.
            if balance.left == 0 {
                return Err(Ending::Limit("fuel").into());
            }
            balance.lend(store, instances);
            let result = function.call(store, arguments);
            let exhausted = balance.settle(store, instances);
            result.map_err(|error| match error.clone().to_trap() {
                // The meter ends a guest by `unreachable`, the interrupter by a trap which has other causes too.
                Some(TrapCode::UnreachableCodeReached) if exhausted => Ending::Limit("fuel").into(),
                Some(TrapCode::HostInterrupt) => watch.check().err().map_or(error, RuntimeError::from),
                _ => error,
            })
        })
    }

    /// Links, initialises, and runs what a module runs by itself.
    pub fn start(
        &mut self,
        sandbox: u64,
        compiled: &Vec<u8>,
        links: &[(String, u64)],
        rights: &Arc<Rights>,
        watch: &Arc<Watch>,
        until: Instant,
    ) -> Result<(), Json> {
        if self.instances.len() as u64 >= self.most_instances {
            return Err(limit("instances", "instantiate"));
        }
        // SAFETY: these bytes come from `Module::serialize` in this process.
        let module = unsafe { Module::deserialize_unchecked(&self.engine, compiled) };
        let module = module.map_err(|error| host_error(&error))?;
        let environment = Environment { rights: rights.clone(), running: self.running.clone(), instance: None };
        let environment = FunctionEnv::new(&mut self.store, environment);
        let mut imports = functions::imports(&mut self.store, &environment, rights);
        for (name, member) in links {
            let exports = self.members.get(member).into_iter().flat_map(|it| it.instance.exports.iter());
            let own = exports.filter(|(export, _)| !meter::is_hosts(export));
            imports.register_namespace(name, own.map(|(export, value)| (export.clone(), value.clone())));
        }
        *self.limits.denied.lock().unwrap() = None;
        let made = Instance::new(&mut self.store, &module, &imports);
        let instance = made.map_err(|error| of_instantiate(&error, *self.limits.denied.lock().unwrap()))?;
        environment.as_mut(&mut self.store).instance = Some(instance.clone());
        self.instances.push(instance.clone());

        for name in [meter::START, "_initialize"] {
            let function = instance.exports.get_function(name).ok();
            if let Some(function) = function.filter(|it| it.ty(&self.store) == FunctionType::new([], [])) {
                self.run(watch, until, function, &[]).map_err(|error| of_run(&error, "start"))?;
            }
        }
        if rights.closed.load(std::sync::atomic::Ordering::Relaxed) {
            return Err(of_ending(&Ending::Cancelled, "start"));
        }
        self.members.insert(sandbox, Member { instance, references: References::new() });
        Ok(())
    }
}
