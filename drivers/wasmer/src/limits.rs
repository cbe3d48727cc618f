//! Limits of memory and tables, by wasmer's tunables
//! (<https://docs.rs/wasmer/7.4.2/wasmer/sys/trait.Tunables.html>). A memory is wrapped, so that all memories of a store
//! share one limit while they grow. A table can't be: each gets what is left as its maximum when it is made.

use std::ptr::NonNull;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use wasmer::sys::vm::{
    ExpectedValue, LinearMemory, ThreadConditions, VMMemory, VMMemoryDefinition, VMSharedMemory, VMTable,
    VMTableDefinition, WaiterError,
};
use wasmer::sys::{BaseTunables, Tunables};
use wasmer::{MemoryError, MemoryStyle, MemoryType, Pages, TableStyle, TableType};

/// Bytes of all memories, or elements of all tables.
#[derive(Debug)]
pub struct Pool {
    used: AtomicU64,
    limit: u64,
}

impl Pool {
    pub fn new(limit: u64) -> Self {
        Self { used: AtomicU64::new(0), limit }
    }

    pub fn used(&self) -> u64 {
        self.used.load(Ordering::Relaxed)
    }

    fn take(&self, amount: u64) -> bool {
        let within = |used: u64| used.checked_add(amount).filter(|sum| *sum <= self.limit);
        self.used.fetch_update(Ordering::Relaxed, Ordering::Relaxed, within).is_ok()
    }

    fn give_back(&self, amount: u64) {
        self.used.fetch_sub(amount, Ordering::Relaxed);
    }
}

/// The limits of a store.
#[derive(Clone)]
pub struct Limits {
    pub memory: Arc<Pool>,
    pub tables: Arc<Pool>,
    /// What could not be made because of its limit.
    pub denied: Arc<Mutex<Option<&'static str>>>,
}

impl Limits {
    fn take(&self, pool: &Pool, amount: u64, resource: &'static str) -> Result<(), String> {
        if pool.take(amount) {
            return Ok(());
        }
        *self.denied.lock().unwrap() = Some(resource);
        Err(format!("more {resource} than the limit"))
    }

    fn memory(
        &self,
        ty: &MemoryType,
        make: impl FnOnce() -> Result<VMMemory, MemoryError>,
    ) -> Result<VMMemory, MemoryError> {
        self.take(&self.memory, ty.minimum.bytes().0 as u64, "memory").map_err(MemoryError::Generic)?;
        Ok(VMMemory::from_custom(Counted { memory: make()?, pool: self.memory.clone() }))
    }

    fn table(&self, ty: &TableType) -> Result<TableType, String> {
        self.take(&self.tables, ty.minimum.into(), "table")?;
        let room = u32::try_from(self.tables.limit - self.tables.used()).unwrap_or(u32::MAX);
        let most = ty.minimum.saturating_add(room);
        Ok(TableType { maximum: Some(ty.maximum.map_or(most, |declared| declared.min(most))), ..*ty })
    }
}

impl Tunables for Limits {
    fn memory_style(&self, memory: &MemoryType) -> MemoryStyle {
        BaseTunables::new().memory_style(memory)
    }

    fn table_style(&self, table: &TableType) -> TableStyle {
        BaseTunables::new().table_style(table)
    }

    fn create_host_memory(&self, ty: &MemoryType, style: &MemoryStyle) -> Result<VMMemory, MemoryError> {
        self.memory(ty, || VMMemory::new(ty, style))
    }

    unsafe fn create_vm_memory(
        &self,
        ty: &MemoryType,
        style: &MemoryStyle,
        location: NonNull<VMMemoryDefinition>,
    ) -> Result<VMMemory, MemoryError> {
        // SAFETY: the caller's promise about the location is the same as asked for.
        self.memory(ty, || unsafe { VMMemory::from_definition(ty, style, location) })
    }

    fn create_host_table(&self, ty: &TableType, style: &TableStyle) -> Result<VMTable, String> {
        VMTable::new(&self.table(ty)?, style)
    }

    unsafe fn create_vm_table(
        &self,
        ty: &TableType,
        style: &TableStyle,
        location: NonNull<VMTableDefinition>,
    ) -> Result<VMTable, String> {
        // SAFETY: the caller's promise about the location is the same as asked for.
        unsafe { VMTable::from_definition(&self.table(ty)?, style, location) }
    }
}

/// A memory whose growth is counted.
#[derive(Debug)]
struct Counted {
    memory: VMMemory,
    pool: Arc<Pool>,
}

impl From<Counted> for VMMemory {
    fn from(counted: Counted) -> Self {
        VMMemory(Box::new(counted))
    }
}

impl LinearMemory for Counted {
    fn grow(&mut self, delta: Pages) -> Result<Pages, MemoryError> {
        let bytes = u64::from(delta.0) << 16;
        if !self.pool.take(bytes) {
            return Err(MemoryError::CouldNotGrow { current: self.size(), attempted_delta: delta });
        }
        self.memory.grow(delta).inspect_err(|_| self.pool.give_back(bytes))
    }

    // All else is the memory's own.

    fn ty(&self) -> MemoryType {
        self.memory.ty()
    }

    fn size(&self) -> Pages {
        self.memory.size()
    }

    fn style(&self) -> MemoryStyle {
        self.memory.style()
    }

    fn vmmemory(&self) -> NonNull<VMMemoryDefinition> {
        self.memory.vmmemory()
    }

    fn try_clone(&self) -> Result<Box<dyn LinearMemory + Send + Sync>, MemoryError> {
        let memory = self.memory.try_clone()?;
        Ok(Box::new(Counted { memory, pool: self.pool.clone() }))
    }

    fn copy(&self) -> Result<Box<dyn LinearMemory + Send + Sync>, MemoryError> {
        self.memory.copy()
    }

    fn as_shared(&self) -> Result<VMSharedMemory, MemoryError> {
        self.memory.as_shared()
    }

    unsafe fn do_wait(
        &mut self,
        at: u32,
        expected: ExpectedValue,
        timeout: Option<Duration>,
    ) -> Result<u32, WaiterError> {
        // SAFETY: the caller's promise about the address is the same as asked for.
        unsafe { self.memory.do_wait(at, expected, timeout) }
    }

    fn do_notify(&mut self, at: u32, count: u32) -> u32 {
        self.memory.do_notify(at, count)
    }

    fn thread_conditions(&self) -> Option<&ThreadConditions> {
        self.memory.thread_conditions()
    }
}
