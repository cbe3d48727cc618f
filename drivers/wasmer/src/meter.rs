//! Compiling with two middlewares.
//!
//! Fuel is wasmer's own (<https://docs.rs/wasmer-middlewares/7.4.2/wasmer_middlewares/metering>). It counts down in a
//! global of each instance, and adds two exports for it. The balance of a store is kept here: each instance has all of
//! it when a call begins, and what they used together is taken from it when the call ends.
//!
//! The other makes the start function an export, which the driver calls. wasmer would call it before there is an
//! instance: then nobody could give it fuel, tell the end of its fuel from a trap, or show a host function its memory.

use std::sync::Arc;
use std::time::Instant;

use wasmer::sys::wasmparser::Operator;
use wasmer::sys::{
    CompilerConfig, Cranelift, EngineBuilder, Features, FunctionMiddleware, MiddlewareError, MiddlewareReaderState,
    ModuleMiddleware, NativeEngineExt,
};
use wasmer::{AsStoreMut, CompileError, Engine, ExportIndex, Instance, LocalFunctionIndex, ModuleInfo};
use wasmer_middlewares::Metering;
use wasmer_middlewares::metering::{MeteringPoints, get_remaining_points, set_remaining_points};
use wasmer_types::{CompilationProgressCallback, UserAbort};

use crate::outcome::Ending;

/// The start function, for the driver.
pub const START: &str = "sandproof_driver_start";

/// Whether an export is the host's, not the guest's: it can be neither called nor linked.
pub fn is_hosts(export: &str) -> bool {
    export == START || export.starts_with("wasmer_metering_")
}

#[derive(Debug)]
struct ExportStart;

impl ModuleMiddleware for ExportStart {
    fn generate_function_middleware<'a>(&self, _: LocalFunctionIndex) -> Box<dyn FunctionMiddleware<'a> + 'a> {
        Box::new(Unchanged)
    }

    fn transform_module_info(&self, module: &mut ModuleInfo) -> Result<(), MiddlewareError> {
        module.exports.swap_remove(START);
        if let Some(start) = module.start_function.take() {
            module.exports.insert(START.into(), ExportIndex::Function(start));
        }
        Ok(())
    }
}

#[derive(Debug)]
struct Unchanged;

impl<'a> FunctionMiddleware<'a> for Unchanged {
    fn feed(&mut self, operator: Operator<'a>, state: &mut MiddlewareReaderState<'a>) -> Result<(), MiddlewareError> {
        state.push_operator(operator);
        Ok(())
    }
}

/// The middleware knows operators, not lengths: what may touch much memory costs as much as 64 KiB of it.
fn cost(operator: &Operator) -> u64 {
    use Operator as O;
    match operator {
        O::MemoryGrow { .. } | O::MemoryFill { .. } | O::MemoryCopy { .. } | O::MemoryInit { .. } => 1_000,
        O::TableGrow { .. } | O::TableFill { .. } | O::TableCopy { .. } | O::TableInit { .. } => 1_000,
        O::I32DivS | O::I32DivU | O::I32RemS | O::I32RemU | O::I64DivS | O::I64DivU | O::I64RemS | O::I64RemU => 10,
        O::F32Div | O::F64Div | O::F32Sqrt | O::F64Sqrt | O::F32x4Div | O::F64x2Div | O::F32x4Sqrt | O::F64x2Sqrt => 10,
        _ => 1,
    }
}

fn features() -> Features {
    let mut features = Features::new();
    features.exceptions(true).relaxed_simd(true).tail_call(false).memory64(false).wide_arithmetic(false);
    features
}

/// An engine keeps its code, and a meter knows one module: so each compilation has its own, and what is compiled goes to
/// the engine of its store as bytes. An instance begins without fuel, so that one whose instantiation failed
/// has none. The deadline is looked at between functions.
pub fn compile(wasm: &[u8], deadline: Instant) -> Result<Vec<u8>, CompileError> {
    let mut compiler = Cranelift::default();
    compiler.canonicalize_nans(true);
    compiler.push_middleware(Arc::new(ExportStart));
    compiler.push_middleware(Arc::new(Metering::new(0, cost)));
    let engine: Engine = EngineBuilder::new(compiler).set_features(Some(features())).engine().into();
    let in_time = CompilationProgressCallback::new(move |_| match Instant::now() < deadline {
        true => Ok(()),
        false => Err(UserAbort::new("the time for compiling is up")),
    });
    let module = engine.new_module_with_progress(wasm, in_time)?;
    let compiled = module.serialize().map_err(|error| CompileError::Codegen(error.to_string()))?;
    Ok(compiled.to_vec())
}

/// The balance of a store.
pub struct Balance {
    pub used: u64,
    pub left: u64,
}

impl Balance {
    pub fn take(&mut self, fuel: u64) {
        let fuel = fuel.min(self.left);
        self.left -= fuel;
        self.used = self.used.saturating_add(fuel);
    }

    /// Gives each instance the balance.
    pub fn lend(&self, store: &mut impl AsStoreMut, instances: &[Instance]) {
        for instance in instances {
            set_remaining_points(store, instance, self.left);
        }
    }

    /// Takes what they used. Whether one of them was ended by its meter.
    pub fn settle(&mut self, store: &mut impl AsStoreMut, instances: &[Instance]) -> bool {
        let lent = self.left;
        let mut exhausted = false;
        for instance in instances {
            match get_remaining_points(store, instance) {
                MeteringPoints::Remaining(points) => self.take(lent.saturating_sub(points)),
                MeteringPoints::Exhausted => {
                    exhausted = true;
                    self.take(lent);
                }
            }
        }
        exhausted
    }
}

/// Takes fuel for what the host does for a guest.
pub fn charge(store: &mut impl AsStoreMut, instance: &Instance, fuel: u64) -> Result<(), Ending> {
    let left = match get_remaining_points(store, instance) {
        MeteringPoints::Remaining(points) => points.checked_sub(fuel),
        MeteringPoints::Exhausted => None,
    };
    set_remaining_points(store, instance, left.unwrap_or(0));
    left.map(drop).ok_or(Ending::Limit("fuel"))
}
