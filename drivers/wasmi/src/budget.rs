//! What bounds a store: memory and tables by wasmi's resource limiter, fuel by its meter, and time by running fuel in
//! slices. A call that ran out of its slice is resumable (<https://docs.rs/wasmi/2.0.0/wasmi/enum.ResumableCall.html>);
//! between two slices this driver looks at the clock. The guest's own balance is the slice plus what is held back here.

use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

use wasmi::errors::{MemoryError, TableError};
use wasmi::{AsContext, AsContextMut, Error, Func, ResourceLimiter, ResumableCall, Val};
use wasmi_core::LimiterError;

use crate::outcome::Ending;

/// Fuel between two looks at the clock: a tenth of a millisecond of additions, and some 200 ms of calls of functions
/// with many locals, whose zeroing is free (<https://github.com/wasmi-labs/wasmi/pull/2041>).
const SLICE: u64 = 200_000;

/// wasmi runs a start function within `instantiate_and_start`, where it can't be resumed
/// (<https://github.com/wasmi-labs/wasmi/pull/1602>). So its deadline is fuel as well: no more than this for each
/// millisecond, which is slower than wasmi runs, so that the fuel is used up before the time is.
const START_FUEL_PER_MS: u64 = 50_000;

/// Cancels a call, also one that sleeps in a host function.
#[derive(Default)]
pub struct Stop {
    asked: Mutex<bool>,
    changed: Condvar,
}

impl Stop {
    pub fn set(&self, asked: bool) {
        *self.asked.lock().unwrap() = asked;
        self.changed.notify_all();
    }

    fn is_set(&self) -> bool {
        *self.asked.lock().unwrap()
    }

    /// Waits for so long, or until somebody asks to stop.
    pub fn wait(&self, time: Duration) {
        let asked = self.asked.lock().unwrap();
        drop(self.changed.wait_timeout_while(asked, time, |asked| !*asked).unwrap());
    }
}

/// The data of a store.
pub struct Budget {
    pub memory: Pool,
    pub tables: Pool,
    pub instances: usize,
    /// Fuel of the balance that is not in the store's meter now.
    held_back: u64,
    granted: u64,
    used_before: u64,
    pub deadline: Instant,
    pub stop: Arc<Stop>,
    /// Host functions under way that called back into the guest.
    pub depth: u32,
    /// The slice ended within `table.grow`: wasmi 2.0.0 would resume at another place of the function.
    lost: bool,
}

/// Bytes of all memories, or elements of all tables.
pub struct Pool {
    pub used: usize,
    limit: usize,
    last: usize,
}

impl Pool {
    pub fn new(limit: usize) -> Self {
        Self { used: 0, limit, last: 0 }
    }

    fn take(&mut self, current: usize, desired: usize) -> bool {
        self.last = desired.saturating_sub(current);
        let fits = self.last <= self.limit - self.used;
        self.used += if fits { self.last } else { 0 };
        fits
    }

    fn undo(&mut self) {
        self.used -= self.last;
    }
}

impl ResourceLimiter for Budget {
    fn memory_growing(&mut self, current: usize, desired: usize, _: Option<usize>) -> Result<bool, LimiterError> {
        Ok(self.memory.take(current, desired))
    }

    fn memory_grow_failed(&mut self, _: &MemoryError) -> Result<(), LimiterError> {
        self.memory.undo();
        Ok(())
    }

    fn table_growing(&mut self, current: usize, desired: usize, _: Option<usize>) -> Result<bool, LimiterError> {
        Ok(self.tables.take(current, desired))
    }

    fn table_grow_failed(&mut self, error: &TableError) -> Result<(), LimiterError> {
        self.lost = matches!(error, TableError::OutOfFuel { .. });
        self.tables.undo();
        Ok(())
    }

    fn instances(&self) -> usize {
        self.instances
    }

    fn tables(&self) -> usize {
        10_000
    }

    fn memories(&self) -> usize {
        10_000
    }
}

impl Budget {
    pub fn new(memory: Pool, tables: Pool, instances: usize, stop: Arc<Stop>) -> Self {
        Self {
            memory,
            tables,
            instances,
            held_back: 0,
            granted: 0,
            used_before: 0,
            deadline: Instant::now(),
            stop,
            depth: 0,
            lost: false,
        }
    }
}

fn metered(result: Result<u64, Error>) -> u64 {
    result.expect("the engine meters fuel")
}

pub fn fuel_left(context: impl AsContext<Data = Budget>) -> u64 {
    let context = context.as_context();
    metered(context.get_fuel()) + context.data().held_back
}

pub fn fuel_used(context: impl AsContext<Data = Budget>) -> u64 {
    let context = context.as_context();
    context.data().used_before + (context.data().granted - fuel_left(context))
}

/// Puts at most a slice of what is left into the meter.
fn set_left(mut context: impl AsContextMut<Data = Budget>, left: u64, slice: u64) {
    let mut context = context.as_context_mut();
    let in_meter = left.min(slice);
    context.set_fuel(in_meter).expect("the engine meters fuel");
    context.data_mut().held_back = left - in_meter;
}

/// A new balance; what was used before stays used.
pub fn grant_fuel(mut context: impl AsContextMut<Data = Budget>, fuel: u64) {
    let mut context = context.as_context_mut();
    context.data_mut().used_before = fuel_used(&context);
    context.data_mut().granted = fuel;
    set_left(context, fuel, SLICE);
}

/// Takes fuel for what the host does for the guest.
pub fn charge(mut context: impl AsContextMut<Data = Budget>, fuel: u64) -> Result<(), Ending> {
    let left = fuel_left(&context).checked_sub(fuel);
    set_left(&mut context, left.unwrap_or(0), SLICE);
    left.map(drop).ok_or(Ending::Limit("fuel"))
}

/// Gives a start function what it may use within its deadline.
pub fn prepare_start(mut context: impl AsContextMut<Data = Budget>) {
    let left = fuel_left(&context);
    let time = context.as_context().data().deadline.saturating_duration_since(Instant::now());
    let for_time = u64::try_from(time.as_millis()).unwrap_or(u64::MAX).saturating_mul(START_FUEL_PER_MS);
    set_left(&mut context, left, for_time);
}

/// The ending of a start function that used up all that it was given.
pub fn start_exhausted(mut context: impl AsContextMut<Data = Budget>) -> Ending {
    if context.as_context().data().held_back > 0 {
        return Ending::Limit("time");
    }
    set_left(&mut context, 0, 0);
    Ending::Limit("fuel")
}

/// Whether the guest may go on.
pub fn check(context: impl AsContext<Data = Budget>) -> Result<(), Ending> {
    let context = context.as_context();
    if context.data().stop.is_set() {
        return Err(Ending::Cancelled);
    }
    if Instant::now() >= context.data().deadline {
        return Err(Ending::Limit("time"));
    }
    Ok(())
}

/// Calls a function of the guest within the store's budgets.
pub fn run(
    mut context: impl AsContextMut<Data = Budget>,
    function: Func,
    arguments: &[Val],
    results: &mut [Val],
) -> Result<(), Error> {
    check(&context)?;
    let left = fuel_left(&context);
    set_left(&mut context, left, SLICE);
    let mut call = function.call_resumable(&mut context, arguments, results)?;
    loop {
        match call {
            ResumableCall::Finished => return Ok(()),
            ResumableCall::HostTrap(trap) => return Err(trap.into_host_error()),
            ResumableCall::OutOfFuel(paused) => {
                check(&context)?;
                let left = fuel_left(&context);
                if left < paused.required_fuel() {
                    set_left(&mut context, 0, SLICE);
                    return Err(Ending::Limit("fuel").into());
                }
                if std::mem::take(&mut context.as_context_mut().data_mut().lost) {
                    return Err(Ending::Broken("wasmi can't resume a table.grow").into());
                }
                // One operator may cost more than a slice: it gets what it needs.
                set_left(&mut context, left, SLICE.max(paused.required_fuel()));
                call = paused.resume(&mut context, results)?;
            }
        }
    }
}
