//! Values between the protocol's notation and wasmtime's.

use serde_json::{Value, json};
use wasmtime::{AnyRef, ExnRef, ExternRef, Func, OwnedRooted, Ref, RefType, Result, RootScope, Store, Val, ValType};

use crate::limits::Account;

type Scope<'a> = RootScope<&'a mut Store<Account>>;

/// References that a sandbox gave out. They keep what they stand for alive until the sandbox is dropped.
#[derive(Default)]
pub struct References {
    sandbox: u64,
    given: Vec<Reference>,
}

enum Reference {
    Func(Func),
    Extern(OwnedRooted<ExternRef>),
    Any(OwnedRooted<AnyRef>),
    Exn(OwnedRooted<ExnRef>),
}

impl References {
    pub fn of(sandbox: u64) -> Self {
        References { sandbox, given: Vec::new() }
    }

    /// The value for a parameter; `None` where the argument is of another type, or another sandbox's reference.
    pub fn parse(&self, argument: &Value, parameter: &ValType, store: &mut Scope) -> Option<Val> {
        let text = argument["value"].as_str();
        if let ValType::Ref(reference) = parameter {
            return self.parse_reference(text?, reference, store);
        }
        if argument["type"] != parameter.to_string() {
            return None;
        }
        Some(match parameter {
            ValType::I32 => Val::I32(text?.parse::<u32>().ok()? as i32),
            ValType::I64 => Val::I64(text?.parse::<u64>().ok()? as i64),
            ValType::F32 => Val::F32(text?.parse().ok()?),
            ValType::F64 => Val::F64(text?.parse().ok()?),
            _ => Val::V128(vector(argument)?.into()),
        })
    }

    /// References carry the sandbox that they are of.
    fn parse_reference(&self, text: &str, ty: &RefType, store: &mut Scope) -> Option<Val> {
        let value = if text == "null" {
            Ref::null(ty.heap_type()).into()
        } else {
            let (sandbox, index) = text.split_once(':')?;
            if sandbox.parse() != Ok(self.sandbox) {
                return None;
            }
            match self.given.get(index.parse::<usize>().ok()?)? {
                Reference::Func(func) => Val::FuncRef(Some(*func)),
                Reference::Extern(reference) => Val::ExternRef(Some(reference.to_rooted(&mut *store))),
                Reference::Any(reference) => Val::AnyRef(Some(reference.to_rooted(&mut *store))),
                Reference::Exn(reference) => Val::ExnRef(Some(reference.to_rooted(&mut *store))),
            }
        };
        value.matches_ty(&*store, &ValType::Ref(ty.clone())).ok()?.then_some(value)
    }

    pub fn print(&mut self, value: &Val, store: &mut Scope) -> Result<Value> {
        let (ty, reference) = match value {
            Val::I32(value) => {
                return Ok(json!({ "type": "i32", "value": (*value as u32).to_string() }));
            }
            Val::I64(value) => {
                return Ok(json!({ "type": "i64", "value": (*value as u64).to_string() }));
            }
            Val::F32(bits) => return Ok(json!({ "type": "f32", "value": bits.to_string() })),
            Val::F64(bits) => return Ok(json!({ "type": "f64", "value": bits.to_string() })),
            Val::V128(vector) => {
                let bits = vector.as_u128();
                let lanes = [0, 32, 64, 96].map(|shift| ((bits >> shift) as u32).to_string());
                return Ok(json!({ "type": "v128", "lane_type": "i32", "value": lanes }));
            }
            Val::FuncRef(func) => ("funcref", func.map(Reference::Func)),
            Val::ExternRef(None) => ("externref", None),
            Val::ExternRef(Some(object)) => {
                ("externref", Some(Reference::Extern(object.to_owned_rooted(&mut *store)?)))
            }
            Val::AnyRef(None) => ("anyref", None),
            Val::AnyRef(Some(object)) => ("anyref", Some(Reference::Any(object.to_owned_rooted(&mut *store)?))),
            Val::ExnRef(None) => ("exnref", None),
            Val::ExnRef(Some(object)) => ("exnref", Some(Reference::Exn(object.to_owned_rooted(&mut *store)?))),
            // Stack switching is off.
            Val::ContRef(_) => ("contref", None),
        };
        let handle = match reference {
            None => "null".to_string(),
            Some(reference) => {
                self.given.push(reference);
                format!("{}:{}", self.sandbox, self.given.len() - 1)
            }
        };
        Ok(json!({ "type": ty, "value": handle }))
    }
}

fn vector(argument: &Value) -> Option<u128> {
    let lanes = argument["value"].as_array()?;
    let width = 128 / lanes.len().max(1);
    lanes.iter().rev().try_fold(0, |bits, lane| {
        let lane = lane.as_str()?.parse::<u128>().ok()?;
        Some(bits << width | lane)
    })
}
