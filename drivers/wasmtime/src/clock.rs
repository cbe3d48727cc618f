//! The call under way in a trust domain: when its time is up, and whether it was cancelled.

use std::{
    sync::{Condvar, Mutex, MutexGuard},
    time::{Duration, Instant},
};

use crate::outcome::Ending;

#[derive(Default)]
pub struct Clock {
    state: Mutex<State>,
    wake: Condvar,
}

#[derive(Default)]
struct State {
    /// The sandbox that runs, and its deadline.
    running: Option<(u64, Instant)>,
    cancelled: bool,
}

impl State {
    fn check(&self) -> Result<Instant, Ending> {
        match self.running {
            _ if self.cancelled => Err(Ending::Cancelled),
            Some((_, deadline)) if Instant::now() < deadline => Ok(deadline),
            _ => Err(Ending::Limit("time")),
        }
    }
}

impl Clock {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }

    pub fn start(&self, sandbox: u64, deadline: Instant) {
        *self.lock() = State { running: Some((sandbox, deadline)), cancelled: false };
    }

    pub fn stop(&self) {
        *self.lock() = State::default();
    }

    pub fn is_running(&self, sandbox: u64) -> bool {
        self.lock().running.is_some_and(|(running, _)| running == sandbox)
    }

    /// Ends the call under way, if it is of this sandbox. The guest notices with the next epoch.
    pub fn cancel(&self, sandbox: u64) {
        let mut state = self.lock();
        if state.running.is_some_and(|(running, _)| running == sandbox) {
            state.cancelled = true;
            self.wake.notify_all();
        }
    }

    /// Whether the guest may go on: asked at each epoch.
    pub fn check(&self) -> Result<(), Ending> {
        self.lock().check().map(drop)
    }

    /// A host function that blocks, but not beyond the guest's deadline: epochs interrupt guests only.
    pub fn sleep(&self, time: Duration) -> Result<(), Ending> {
        let end = Instant::now().checked_add(time);
        let mut state = self.lock();
        loop {
            let deadline = state.check()?;
            let now = Instant::now();
            let next = end.map_or(deadline, |end| end.min(deadline));
            if end.is_some_and(|end| end <= now) {
                return Ok(());
            }
            state = self.wake.wait_timeout(state, next - now).unwrap().0;
        }
    }
}
