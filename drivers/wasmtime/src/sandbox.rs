//! What belongs to one sandbox and is needed by its host functions: grants, output, whether it is closed.

use std::{
    collections::BTreeSet,
    sync::{
        Mutex,
        atomic::{AtomicBool, Ordering},
    },
};

use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::{Value, json};

use crate::{limits::Limits, outcome::Ending};

pub struct Sandbox {
    pub id: u64,
    pub limits: Limits,
    grants: Mutex<BTreeSet<String>>,
    closed: AtomicBool,
    output: Mutex<Output>,
}

#[derive(Default)]
struct Output {
    log: Vec<u8>,
    truncated: bool,
}

impl Sandbox {
    pub fn new(id: u64, limits: Limits, grants: BTreeSet<String>) -> Self {
        Sandbox { id, limits, grants: Mutex::new(grants), closed: AtomicBool::new(false), output: Mutex::default() }
    }

    pub fn regrant(&self, add: BTreeSet<String>, remove: &BTreeSet<String>) {
        let mut grants = self.grants.lock().unwrap();
        grants.retain(|name| !remove.contains(name));
        grants.extend(add);
    }

    pub fn grants(&self) -> BTreeSet<String> {
        self.grants.lock().unwrap().clone()
    }

    pub fn permit(&self, name: &'static str) -> Result<(), Ending> {
        if self.grants.lock().unwrap().contains(name) { Ok(()) } else { Err(Ending::Denied(name)) }
    }

    pub fn close(&self) {
        self.closed.store(true, Ordering::Relaxed);
    }

    pub fn is_closed(&self) -> bool {
        self.closed.load(Ordering::Relaxed)
    }

    pub fn state(&self) -> &'static str {
        if self.is_closed() { "closed" } else { "idle" }
    }

    /// Keeps what the guest writes, as far as its limit goes.
    pub fn log(&self, bytes: &[u8]) -> Result<(), Ending> {
        let mut output = self.output.lock().unwrap();
        let left = self.limits.output_bytes as usize - output.log.len();
        output.log.extend_from_slice(&bytes[..bytes.len().min(left)]);
        if bytes.len() > left {
            output.truncated = true;
            return Err(Ending::Limit("output"));
        }
        Ok(())
    }

    /// What was written since the last reply, for this one.
    pub fn take_output(&self) -> Option<Value> {
        let Output { log, truncated } = std::mem::take(&mut *self.output.lock().unwrap());
        if log.is_empty() && !truncated {
            return None;
        }
        Some(json!({ "log": BASE64_STANDARD.encode(log), "truncated": truncated }))
    }
}
