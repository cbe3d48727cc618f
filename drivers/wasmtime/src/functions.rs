//! The test functions of the protocol. The memory and the exports that they use are those of the instance that calls; the
//! grant and the output are those of the sandbox that the function was linked for. The grant is looked at in each call,
//! since it may have been taken away.

use std::{sync::Arc, time::Duration};

use wasmtime::{Caller, Extern, ExternRef, FuncType, Linker, Result, Rooted, TypedFunc, Val, ValType};

use crate::{clock::Clock, limits::Account, outcome::Ending, sandbox::Sandbox};

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

type Guest<'a> = Caller<'a, Account>;

/// Links the function that was granted to a sandbox; `false` for a name that is none.
pub fn link(linker: &mut Linker<Account>, name: &str, sandbox: &Arc<Sandbox>, clock: &Arc<Clock>) -> Result<bool> {
    let Some(&name) = NAMES.iter().find(|known| **known == name) else {
        return Ok(false);
    };
    let sandbox = sandbox.clone();
    let clock = clock.clone();
    match name {
        "nop" => linker.func_wrap(MODULE, name, move || -> Result<()> {
            sandbox.permit(name)?;
            Ok(())
        }),
        "add" => linker.func_wrap(MODULE, name, move |a: i32, b: i32| -> Result<i32> {
            sandbox.permit(name)?;
            Ok(a.wrapping_add(b))
        }),
        "log" => linker.func_wrap(MODULE, name, move |mut guest: Guest, pointer: u32, length: u32| -> Result<()> {
            sandbox.permit(name)?;
            let bytes = view(&mut guest, &sandbox, pointer, length)?;
            std::str::from_utf8(bytes)?;
            sandbox.log(bytes)?;
            Ok(())
        }),
        "fill" => linker.func_wrap(
            MODULE,
            name,
            move |mut guest: Guest, pointer: u32, length: u32, byte: u32| -> Result<()> {
                sandbox.permit(name)?;
                view(&mut guest, &sandbox, pointer, length)?.fill(byte as u8);
                Ok(())
            },
        ),
        "fail" => linker.func_wrap(MODULE, name, move || -> Result<()> {
            sandbox.permit(name)?;
            Err(Ending::HostFunction("this host function fails").into())
        }),
        "call-back" => linker.func_wrap(MODULE, name, move |mut guest: Guest, value: i32| -> Result<i32> {
            sandbox.permit(name)?;
            callback(&mut guest)?.call(&mut guest, value)
        }),
        "view-after-callback" => linker.func_wrap(MODULE, name, move |mut guest: Guest, pointer: u32| -> Result<u32> {
            sandbox.permit(name)?;
            callback(&mut guest)?.call(&mut guest, pointer as i32)?;
            Ok(view(&mut guest, &sandbox, pointer, 1)?[0].into())
        }),
        "sleep" => linker.func_wrap(MODULE, name, move |milliseconds: u64| -> Result<()> {
            sandbox.permit(name)?;
            clock.sleep(Duration::from_millis(milliseconds))?;
            Ok(())
        }),
        "exit" => linker.func_wrap(MODULE, name, move |code: u32| -> Result<()> {
            sandbox.permit(name)?;
            sandbox.close();
            Err(Ending::Exited(code).into())
        }),
        "close-self" => linker.func_wrap(MODULE, name, move || -> Result<()> {
            sandbox.permit(name)?;
            sandbox.close();
            Err(Ending::Cancelled.into())
        }),
        "charge" => linker.func_wrap(MODULE, name, move |mut guest: Guest, amount: u64| -> Result<()> {
            sandbox.permit(name)?;
            charge(&mut guest, amount)
        }),
        // Wasmtime compares what an untyped function returns with its type; what is not set is a null reference.
        "wrong-result" => {
            let ty = FuncType::new(linker.engine(), [], [ValType::I32]);
            linker.func_new(MODULE, name, ty, move |_, _, results| {
                sandbox.permit(name)?;
                results[0] = Val::I64(1);
                Ok(())
            })
        }
        "wrong-results" => {
            let ty = FuncType::new(linker.engine(), [], [ValType::I32, ValType::I32]);
            linker.func_new(MODULE, name, ty, move |_, _, results| {
                sandbox.permit(name)?;
                results[0] = Val::I32(1);
                Ok(())
            })
        }
        "make-ref" => {
            linker.func_wrap(MODULE, name, move |mut guest: Guest, value: i32| -> Result<Option<Rooted<ExternRef>>> {
                sandbox.permit(name)?;
                Ok(Some(ExternRef::new(&mut guest, value)?))
            })
        }
        _ => linker.func_wrap(
            MODULE,
            name,
            move |guest: Guest, a: Option<Rooted<ExternRef>>, b: Option<Rooted<ExternRef>>| -> Result<i32> {
                sandbox.permit(name)?;
                Ok(match (a, b) {
                    (Some(a), Some(b)) => Rooted::ref_eq(&guest, &a, &b)?.into(),
                    (a, b) => (a.is_none() && b.is_none()).into(),
                })
            },
        ),
    }?;
    Ok(true)
}

/// The guest's bytes that a host function was told to read or write. They cost what `memory.fill` takes for them.
fn view<'a>(guest: &'a mut Guest, sandbox: &Sandbox, pointer: u32, length: u32) -> Result<&'a mut [u8]> {
    let memory = guest
        .get_export("memory")
        .and_then(Extern::into_memory)
        .ok_or(Ending::HostFunction("the guest exports no memory"))?;
    let start = pointer as usize;
    let end = start + length as usize;
    if end > memory.data_size(&*guest) {
        return Err(Ending::HostFunction("out of the guest's memory").into());
    }
    if u64::from(length) > sandbox.limits.hostcall_bytes {
        return Err(Ending::Limit("hostcall-bytes").into());
    }
    charge(guest, length.into())?;
    Ok(&mut memory.data_mut(guest)[start..end])
}

fn charge(guest: &mut Guest, amount: u64) -> Result<()> {
    let left = guest.get_fuel()?.checked_sub(amount);
    guest.set_fuel(left.unwrap_or(0))?;
    left.ok_or(Ending::Limit("fuel"))?;
    Ok(())
}

fn callback(guest: &mut Guest) -> Result<TypedFunc<i32, i32>> {
    let callback = guest
        .get_export("callback")
        .and_then(Extern::into_func)
        .ok_or(Ending::HostFunction("the guest exports no function 'callback'"))?;
    callback.typed(&*guest)
}
