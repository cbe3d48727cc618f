//! The wire: JSON lines behind the nonce.

use std::{
    io::{self, Write},
    sync::Arc,
};

use serde_json::{Value, json};

/// Where one request is answered.
#[derive(Clone)]
pub struct Reply {
    pub nonce: Arc<str>,
    pub id: Value,
}

impl Reply {
    /// Says that guest bytes are about to work.
    pub fn started(&self) {
        self.send(json!({ "started": true }));
    }

    pub fn send(&self, mut message: Value) {
        message["id"] = self.id.clone();
        let line = format!("\n@{} {message}\n", self.nonce);
        let mut stdout = io::stdout().lock();
        // A kit that is gone needs no answer; the end of stdin ends the driver.
        let _ = stdout.write_all(line.as_bytes()).and_then(|()| stdout.flush());
    }
}
