//! The test functions of the protocol. Each checks that it is still granted, and that the guest's time is not up.

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use wasmi::{AsContextMut, Caller, Error, Extern, ExternRef, FuncType, Linker, Memory, Nullable, Val, ValType};

use crate::budget::{Budget, charge, check, run};
use crate::outcome::Ending;

pub const MODULE: &str = "sandproof:test";

/// `wrong-results` is not among them: with wasmi's API a host function can't return too few values.
pub const NAMES: [&str; 14] = [
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
    "make-ref",
    "same-ref",
];

/// Host functions and guests below one another: each level has frames on the native stack.
const MAX_DEPTH: u32 = 32;

/// Bytes that the host moves for a unit of fuel, as wasmi charges its own bulk operators.
const BYTES_PER_FUEL: u64 = 64;

/// What a sandbox may do beyond its own module, and what it wrote.
pub struct Rights {
    pub granted: Mutex<HashSet<String>>,
    pub log: Mutex<Log>,
    pub output_bytes: usize,
    pub hostcall_bytes: usize,
    pub closed: AtomicBool,
}

#[derive(Default)]
pub struct Log {
    pub bytes: Vec<u8>,
    pub truncated: bool,
}

type Guest<'a> = Caller<'a, Budget>;

impl Rights {
    fn enter(&self, guest: &Guest, name: &str) -> Result<(), Ending> {
        if !self.granted.lock().unwrap().contains(name) {
            return Err(Ending::Denied(name.into()));
        }
        check(guest)
    }

    /// The range of the guest's memory, if it is all there and the call may touch so much, paid for.
    fn range(&self, guest: &mut Guest, pointer: i32, length: i32) -> Result<(Memory, std::ops::Range<usize>), Ending> {
        let memory = guest.get_export("memory").and_then(Extern::into_memory).ok_or(Ending::Failed("no memory"))?;
        let start = pointer.cast_unsigned() as usize;
        let end = start + length.cast_unsigned() as usize;
        if end > memory.data_size(&*guest) {
            return Err(Ending::Failed("out of bounds"));
        }
        if end - start > self.hostcall_bytes {
            return Err(Ending::Limit("hostcall-bytes"));
        }
        charge(guest, (end - start) as u64 / BYTES_PER_FUEL)?;
        Ok((memory, start..end))
    }

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

fn call_back(guest: &mut Guest, argument: i32) -> Result<i32, Error> {
    let function = guest.get_export("callback").and_then(Extern::into_func).ok_or(Ending::Failed("no callback"))?;
    function.typed::<i32, i32>(&*guest).map_err(|_| Ending::Failed("callback has another type"))?;
    if guest.data().depth == MAX_DEPTH {
        return Err(Ending::Limit("reentry-depth").into());
    }
    guest.data_mut().depth += 1;
    let mut results = [Val::I32(0)];
    let ended = run(guest.as_context_mut(), function, &[Val::I32(argument)], &mut results);
    guest.data_mut().depth -= 1;
    ended?;
    Ok(results[0].i32().expect("the type was checked"))
}

fn sleep(guest: &Guest, milliseconds: u64) -> Result<(), Ending> {
    let until = Instant::now().checked_add(Duration::from_millis(milliseconds));
    let until = until.unwrap_or(guest.data().deadline).min(guest.data().deadline);
    guest.data().stop.wait(until.saturating_duration_since(Instant::now()));
    check(guest)
}

fn same(guest: &Guest, a: Nullable<ExternRef>, b: Nullable<ExternRef>) -> bool {
    let object = |reference: Nullable<ExternRef>| reference.val().map(|it| std::ptr::from_ref(it.data(guest)).addr());
    object(a) == object(b)
}

/// Links what is granted, and nothing else.
pub fn link(linker: &mut Linker<Budget>, rights: &Arc<Rights>) -> Result<(), Error> {
    for name in rights.granted.lock().unwrap().iter() {
        define(linker, name, rights.clone())?;
    }
    Ok(())
}

fn define(linker: &mut Linker<Budget>, name: &str, rights: Arc<Rights>) -> Result<(), Error> {
    match name {
        "nop" => linker.func_wrap(MODULE, "nop", move |guest: Guest| Ok(rights.enter(&guest, "nop")?)),
        "add" => linker.func_wrap(MODULE, "add", move |guest: Guest, a: i32, b: i32| -> Result<i32, Error> {
            rights.enter(&guest, "add")?;
            Ok(a.wrapping_add(b))
        }),
        "log" => linker.func_wrap(MODULE, "log", move |mut guest: Guest, pointer: i32, length: i32| {
            rights.enter(&guest, "log")?;
            let (memory, range) = rights.range(&mut guest, pointer, length)?;
            Ok(rights.write_log(&memory.data(&guest)[range])?)
        }),
        "fill" => linker.func_wrap(MODULE, "fill", move |mut guest: Guest, pointer: i32, length: i32, byte: i32| {
            rights.enter(&guest, "fill")?;
            let (memory, range) = rights.range(&mut guest, pointer, length)?;
            memory.data_mut(&mut guest)[range].fill(byte as u8);
            Ok(())
        }),
        "fail" => linker.func_wrap(MODULE, "fail", move |guest: Guest| -> Result<(), Error> {
            rights.enter(&guest, "fail")?;
            Err(Ending::Failed("this host function fails").into())
        }),
        "call-back" => linker.func_wrap(MODULE, "call-back", move |mut guest: Guest, argument: i32| {
            rights.enter(&guest, "call-back")?;
            call_back(&mut guest, argument)
        }),
        "view-after-callback" => linker.func_wrap(MODULE, name, move |mut guest: Guest, pointer: i32| {
            rights.enter(&guest, "view-after-callback")?;
            call_back(&mut guest, pointer)?;
            let (memory, range) = rights.range(&mut guest, pointer, 1)?;
            Ok(i32::from(memory.data(&guest)[range.start]))
        }),
        "sleep" => linker.func_wrap(MODULE, "sleep", move |guest: Guest, milliseconds: i64| {
            rights.enter(&guest, "sleep")?;
            Ok(sleep(&guest, milliseconds.cast_unsigned())?)
        }),
        "exit" => linker.func_wrap(MODULE, "exit", move |guest: Guest, code: i32| -> Result<(), Error> {
            rights.enter(&guest, "exit")?;
            Err(Ending::Exited(code.cast_unsigned()).into())
        }),
        "close-self" => linker.func_wrap(MODULE, "close-self", move |guest: Guest| -> Result<(), Error> {
            rights.enter(&guest, "close-self")?;
            rights.closed.store(true, Ordering::Relaxed);
            Err(Ending::Cancelled.into())
        }),
        "charge" => linker.func_wrap(MODULE, "charge", move |mut guest: Guest, fuel: i64| {
            rights.enter(&guest, "charge")?;
            Ok(charge(&mut guest, fuel.cast_unsigned())?)
        }),
        // Typed functions can't do this; `func_new` says that types are the embedder's to get right.
        "wrong-result" => {
            let ty = FuncType::new([], [ValType::I32]);
            linker.func_new(MODULE, "wrong-result", ty, move |guest, _, results| {
                rights.enter(&guest, "wrong-result")?;
                results[0] = Val::I64(-1);
                Ok(())
            })
        }
        "make-ref" => linker.func_wrap(MODULE, "make-ref", move |mut guest: Guest, value: i32| {
            rights.enter(&guest, "make-ref")?;
            Ok(Nullable::Val(ExternRef::new(&mut guest, value)))
        }),
        "same-ref" => {
            linker.func_wrap(MODULE, "same-ref", move |guest: Guest, a: Nullable<ExternRef>, b: Nullable<ExternRef>| {
                rights.enter(&guest, "same-ref")?;
                Ok(i32::from(same(&guest, a, b)))
            })
        }
        _ => return Ok(()),
    }?;
    Ok(())
}
