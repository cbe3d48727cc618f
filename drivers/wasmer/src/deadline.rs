//! Deadlines and cancellation: a second thread watches a call and interrupts it
//! (<https://docs.rs/wasmer/7.4.2/wasmer/struct.Store.html#method.interrupter>, which wasmer calls experimental). An
//! interrupt may be missed, so it is sent until the call has ended.

use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use wasmer::Interrupter;

use crate::outcome::Ending;

const RETRY: Duration = Duration::from_millis(2);

/// One call under way, or the next one.
pub struct Watch {
    state: Mutex<State>,
    changed: Condvar,
}

struct State {
    deadline: Instant,
    cancelled: bool,
    running: bool,
}

impl State {
    fn ending(&self) -> Option<Ending> {
        match () {
            () if self.cancelled => Some(Ending::Cancelled),
            () if Instant::now() >= self.deadline => Some(Ending::Limit("time")),
            () => None,
        }
    }
}

impl Default for Watch {
    fn default() -> Self {
        let state = State { deadline: Instant::now(), cancelled: false, running: false };
        Self { state: Mutex::new(state), changed: Condvar::new() }
    }
}

impl Watch {
    /// Cancels the call under way; does nothing to the next.
    pub fn cancel(&self) {
        self.state.lock().unwrap().cancelled = true;
        self.changed.notify_all();
    }

    pub fn claim(&self) {
        self.state.lock().unwrap().cancelled = false;
    }

    /// Whether the guest may go on.
    pub fn check(&self) -> Result<(), Ending> {
        self.state.lock().unwrap().ending().map_or(Ok(()), Err)
    }

    /// Sleeps in a host function.
    pub fn sleep(&self, time: Duration) -> Result<(), Ending> {
        let state = self.state.lock().unwrap();
        let time = time.min(state.deadline.saturating_duration_since(Instant::now()));
        drop(self.changed.wait_timeout_while(state, time, |state| !state.cancelled).unwrap());
        self.check()
    }

    /// Does work that lets the guest run, until the deadline at most.
    pub fn guard<T>(&self, interrupter: &Interrupter, deadline: Instant, work: impl FnOnce() -> T) -> T {
        {
            let mut state = self.state.lock().unwrap();
            state.deadline = deadline;
            state.running = true;
        }
        thread::scope(|scope| {
            scope.spawn(|| self.interrupt_when_over(interrupter, deadline));
            // Also where the work panics, the scope waits for the thread.
            let _done = Done(self);
            work()
        })
    }

    fn interrupt_when_over(&self, interrupter: &Interrupter, deadline: Instant) {
        let mut state = self.state.lock().unwrap();
        while state.running {
            let wait = match state.ending() {
                Some(_) => {
                    interrupter.interrupt();
                    RETRY
                }
                None => deadline.saturating_duration_since(Instant::now()),
            };
            state = self.changed.wait_timeout(state, wait).unwrap().0;
        }
    }
}

struct Done<'a>(&'a Watch);

impl Drop for Done<'_> {
    fn drop(&mut self) {
        self.0.state.lock().unwrap().running = false;
        self.0.changed.notify_all();
    }
}
