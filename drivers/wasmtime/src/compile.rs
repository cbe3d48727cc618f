//! Compilation in a process of its own. Wasmtime can't interrupt it, and to compile some small modules takes minutes
//! (https://docs.wasmtime.dev/security-what-is-considered-a-security-vulnerability.html), but a process can be killed.

use std::{
    env,
    io::{self, Read, Write},
    process::{Child, Command, ExitCode, Stdio},
    sync::mpsc,
    thread,
    time::Duration,
};

use serde_json::Value;
use wasmtime::{Engine, Module};

use crate::{
    engine::Variant,
    outcome::{host_error, limit, rejected},
};

/// The argument that makes this program the compiler.
pub const ARGUMENT: &str = "--compile";

/// The compiler: a module on stdin becomes native code on stdout, or why it is invalid and exit code 1.
pub fn compiler(engine: &Engine) -> wasmtime::Result<ExitCode> {
    let mut bytes = Vec::new();
    io::stdin().read_to_end(&mut bytes)?;
    let (answer, exit_code) = match engine.precompile_module(&bytes) {
        Ok(code) => (code, ExitCode::SUCCESS),
        Err(error) => (error.root_cause().to_string().into_bytes(), ExitCode::FAILURE),
    };
    io::stdout().write_all(&answer)?;
    Ok(exit_code)
}

/// Compiles within a time.
pub fn compile(engine: &Engine, variant: Variant, bytes: &[u8], time: Duration) -> Result<Module, Value> {
    if time.is_zero() {
        return Err(limit("validate", "compile"));
    }
    let failed = |error: io::Error| host_error("validate", &error.into());
    let mut child = start(variant).map_err(failed)?;
    let answer = talk(&mut child, bytes, time);
    if answer.is_err() {
        // Nothing is lost by killing a process that has ended by itself.
        let _ = child.kill();
    }
    let status = child.wait().map_err(failed)?;
    match (answer, status.code()) {
        // SAFETY: the bytes come from this very program, whose compiler is trusted as much there as here.
        (Ok(code), Some(0)) => {
            unsafe { Module::deserialize(engine, code) }.map_err(|error| match variant {
                // A memory or a table is larger than the pool's slots, or there are too many; no type says which.
                Variant::Pooling => limit("instantiate", "memory"),
                _ => host_error("validate", &error),
            })
        }
        (Ok(message), Some(1)) => Err(rejected("validate", "malformed-or-invalid", String::from_utf8_lossy(&message))),
        (Err(error), _) if error.kind() == io::ErrorKind::TimedOut => Err(limit("validate", "compile")),
        (Err(error), _) => Err(failed(error)),
        (Ok(_), _) => Err(failed(io::Error::other(format!("the compiler ended by {status}")))),
    }
}

fn start(variant: Variant) -> io::Result<Child> {
    Command::new(env::current_exe()?)
        .args(variant.argument())
        .arg(ARGUMENT)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
}

/// Hands the module over and waits for the answer.
fn talk(child: &mut Child, bytes: &[u8], time: Duration) -> io::Result<Vec<u8>> {
    let mut stdout = child.stdout.take().expect("is piped");
    let (done, answer) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        done.send(stdout.read_to_end(&mut bytes).map(|_| bytes))
    });
    // The compiler reads to the end before it works, and so does not keep this waiting.
    child.stdin.take().expect("is piped").write_all(bytes)?;
    answer.recv_timeout(time).unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()))
}
