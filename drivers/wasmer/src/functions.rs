//! The test functions of the protocol. Each checks that it is still granted, and that the guest's time is not up.
//!
//! A wasmer host function does not see who calls it; it has an environment, which gets the instance once there is one.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use wasmer::{
    ExternRef, Function, FunctionEnv, FunctionEnvMut, FunctionType, Imports, Instance, Memory, RuntimeError, Store,
    Type, Value,
};

use crate::deadline::Watch;
use crate::meter;
use crate::outcome::Ending;

pub const MODULE: &str = "sandproof:test";

pub const NAMES: [&str; 15] = [
    "nop",
    "add",
    "log",
    "fill",
    "fail",
    "call-back",
    "view-after-callback",
    "sleep",
    "exit",
    "close-self",
    "charge",
    "wrong-result",
    "wrong-results",
    "make-ref",
    "same-ref",
];

/// Host functions and guests below one another: each level has frames on the native stack.
const MAX_DEPTH: u32 = 32;

/// Bytes that the host moves for a unit of fuel.
const BYTES_PER_FUEL: u64 = 64;

/// What a sandbox may do beyond its own module, and what it wrote.
pub struct Rights {
    pub granted: Mutex<HashSet<String>>,
    pub log: Mutex<Log>,
    pub output_bytes: usize,
    pub hostcall_bytes: u64,
    pub closed: AtomicBool,
}

#[derive(Default)]
pub struct Log {
    pub bytes: Vec<u8>,
    pub truncated: bool,
}

/// What the functions of a sandbox work with.
pub struct Environment {
    pub rights: Arc<Rights>,
    pub running: Arc<Running>,
    pub instance: Option<Instance>,
}

/// The call under way in a store.
#[derive(Default)]
pub struct Running {
    pub watch: Mutex<Arc<Watch>>,
    depth: AtomicU32,
}

impl Running {
    pub fn watch(&self) -> Arc<Watch> {
        self.watch.lock().unwrap().clone()
    }
}

type Guest<'a> = FunctionEnvMut<'a, Environment>;
type Results = Result<Vec<Value>, RuntimeError>;

fn ty(name: &str) -> Option<FunctionType> {
    use Type::{ExternRef, I32, I64};
    let (parameters, results): (&[Type], &[Type]) = match name {
        "nop" | "fail" | "close-self" => (&[], &[]),
        "add" => (&[I32, I32], &[I32]),
        "log" => (&[I32, I32], &[]),
        "fill" => (&[I32, I32, I32], &[]),
        "call-back" | "view-after-callback" => (&[I32], &[I32]),
        "sleep" | "charge" => (&[I64], &[]),
        "exit" => (&[I32], &[]),
        "wrong-result" => (&[], &[I32]),
        "wrong-results" => (&[], &[I32, I32]),
        "make-ref" => (&[I32], &[ExternRef]),
        "same-ref" => (&[ExternRef, ExternRef], &[I32]),
        _ => return None,
    };
    Some(FunctionType::new(parameters, results))
}

/// Links what is granted, and nothing else.
pub fn imports(store: &mut Store, environment: &FunctionEnv<Environment>, rights: &Rights) -> Imports {
    let mut imports = Imports::new();
    for name in rights.granted.lock().unwrap().iter() {
        if let Some(ty) = ty(name) {
            let of = name.clone();
            let function = Function::new_with_env(store, environment, ty, move |guest, arguments: &[Value]| {
                guest.data().enter(&of)?;
                call(&of, guest, arguments)
            });
            imports.define(MODULE, name, function);
        }
    }
    imports
}

fn call(name: &str, mut guest: Guest, arguments: &[Value]) -> Results {
    let i32 = |at: usize| arguments[at].unwrap_i32();
    let i64 = |at: usize| arguments[at].unwrap_i64().cast_unsigned();
    match name {
        "nop" => Ok(vec![]),
        "add" => Ok(vec![Value::I32(i32(0).wrapping_add(i32(1)))]),
        "log" => {
            let (memory, range) = range(&mut guest, i32(0), i32(1))?;
            let bytes = memory.view(&guest).copy_range_to_vec(range).map_err(|_| Ending::Failed("out of bounds"))?;
            guest.data().rights.write_log(&bytes)?;
            Ok(vec![])
        }
        "fill" => {
            let (memory, range) = range(&mut guest, i32(0), i32(1))?;
            let bytes = vec![i32(2) as u8; (range.end - range.start) as usize];
            memory.view(&guest).write(range.start, &bytes).map_err(|_| Ending::Failed("out of bounds"))?;
            Ok(vec![])
        }
        "fail" => Err(Ending::Failed("this host function fails").into()),
        "call-back" => call_back(&mut guest, &arguments[0]),
        "view-after-callback" => {
            call_back(&mut guest, &arguments[0])?;
            let (memory, range) = range(&mut guest, i32(0), 1)?;
            let byte = memory.view(&guest).read_u8(range.start).map_err(|_| Ending::Failed("out of bounds"))?;
            Ok(vec![Value::I32(byte.into())])
        }
        "sleep" => {
            guest.data().running.watch().sleep(Duration::from_millis(i64(0)))?;
            Ok(vec![])
        }
        "exit" => Err(Ending::Exited(i32(0).cast_unsigned()).into()),
        "close-self" => {
            guest.data().rights.closed.store(true, Ordering::Relaxed);
            Err(Ending::Cancelled.into())
        }
        "charge" => {
            charge(&mut guest, i64(0))?;
            Ok(vec![])
        }
        "wrong-result" => Ok(vec![Value::I64(-1)]),
        "wrong-results" => Ok(vec![Value::I32(1)]),
        "make-ref" => Ok(vec![Value::ExternRef(Some(ExternRef::new(&mut guest, i32(0))))]),
        "same-ref" => {
            let object = |at: usize| match &arguments[at] {
                Value::ExternRef(Some(reference)) => {
                    reference.downcast::<i32>(&guest).map(|object| std::ptr::from_ref(object).addr())
                }
                _ => None,
            };
            Ok(vec![Value::I32((object(0) == object(1)).into())])
        }
        _ => Err(Ending::Failed("no such function").into()),
    }
}

fn call_back(guest: &mut Guest, argument: &Value) -> Results {
    let (environment, mut store) = guest.data_and_store_mut();
    let instance = environment.instance.clone().ok_or(Ending::Failed("no instance yet"))?;
    let function = instance.exports.get_function("callback").map_err(|_| Ending::Failed("no callback"))?;
    if function.ty(&store) != FunctionType::new([Type::I32], [Type::I32]) {
        return Err(Ending::Failed("callback has another type").into());
    }
    let running = environment.running.clone();
    if running.depth.fetch_add(1, Ordering::Relaxed) >= MAX_DEPTH {
        running.depth.fetch_sub(1, Ordering::Relaxed);
        return Err(Ending::Limit("reentry-depth").into());
    }
    let result = function.call(&mut store, std::slice::from_ref(argument));
    running.depth.fetch_sub(1, Ordering::Relaxed);
    Ok(result?.into_vec())
}

fn charge(guest: &mut Guest, fuel: u64) -> Result<(), Ending> {
    let (environment, mut store) = guest.data_and_store_mut();
    let instance = environment.instance.as_ref().ok_or(Ending::Failed("no instance yet"))?;
    meter::charge(&mut store, instance, fuel)
}

/// The range of the guest's memory, if it is all there and the call may touch so much, paid for.
fn range(guest: &mut Guest, pointer: i32, length: i32) -> Result<(Memory, Range<u64>), Ending> {
    let (environment, store) = guest.data_and_store_mut();
    let instance = environment.instance.as_ref().ok_or(Ending::Failed("no instance yet"))?;
    let memory = instance.exports.get_memory("memory").map_err(|_| Ending::Failed("no memory"))?.clone();
    let start = u64::from(pointer.cast_unsigned());
    let end = start + u64::from(length.cast_unsigned());
    if end > memory.view(&store).data_size() {
        return Err(Ending::Failed("out of bounds"));
    }
    if end - start > environment.rights.hostcall_bytes {
        return Err(Ending::Limit("hostcall-bytes"));
    }
    charge(guest, (end - start) / BYTES_PER_FUEL)?;
    Ok((memory, start..end))
}

impl Environment {
    fn enter(&self, name: &str) -> Result<(), Ending> {
        if !self.rights.granted.lock().unwrap().contains(name) {
            return Err(Ending::Denied(name.into()));
        }
        self.running.watch().check()
    }
}

impl Rights {
    fn write_log(&self, bytes: &[u8]) -> Result<(), Ending> {
        std::str::from_utf8(bytes).map_err(|_| Ending::Failed("not UTF-8"))?;
        let mut log = self.log.lock().unwrap();
        let room = self.output_bytes - log.bytes.len();
        log.bytes.extend(bytes.iter().take(room));
        if bytes.len() > room {
            log.truncated = true;
            return Err(Ending::Limit("output"));
        }
        Ok(())
    }
}
