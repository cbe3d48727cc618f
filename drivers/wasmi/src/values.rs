//! Values between the protocol's notation and wasmi's. References carry the sandbox that they are good for.

use serde_json::{Value, json};
use wasmi::{F32, F64, V128, Val, ValType};

/// References that came out of one sandbox; the guest's handle of each is its place.
pub type References = Vec<Val>;

fn lane_bits(lane_type: &str) -> Option<u32> {
    match lane_type {
        "i8" => Some(8),
        "i16" => Some(16),
        "i32" | "f32" => Some(32),
        "i64" | "f64" => Some(64),
        _ => None,
    }
}

fn vector(argument: &Value) -> Option<u128> {
    let bits = lane_bits(argument["lane_type"].as_str()?)?;
    let lanes = argument["value"].as_array()?;
    if lanes.len() as u32 * bits != 128 {
        return None;
    }
    lanes.iter().rev().try_fold(0u128, |all, lane| {
        let lane: u64 = lane.as_str()?.parse().ok()?;
        Some(all << bits | u128::from(lane))
    })
}

/// The argument for a parameter; `None` where it has another type, or is no reference of this sandbox.
pub fn from_wire(argument: &Value, ty: ValType, sandbox: u64, references: &References) -> Option<Val> {
    let given = argument["type"].as_str()?;
    let text = || argument["value"].as_str();
    match (ty, given) {
        (ValType::I32, "i32") => Some(Val::I32(text()?.parse::<u32>().ok()?.cast_signed())),
        (ValType::I64, "i64") => Some(Val::I64(text()?.parse::<u64>().ok()?.cast_signed())),
        (ValType::F32, "f32") => Some(Val::F32(F32::from_bits(text()?.parse().ok()?))),
        (ValType::F64, "f64") => Some(Val::F64(F64::from_bits(text()?.parse().ok()?))),
        (ValType::V128, "v128") => Some(Val::V128(V128::from(vector(argument)?))),
        (ValType::FuncRef | ValType::ExternRef, given) if given.ends_with("ref") => match text()? {
            "null" => Some(Val::default_for_ty(ty)),
            handle => {
                let (owner, place) = handle.split_once(':')?;
                let value = references.get(place.parse::<usize>().ok()?)?;
                (owner == sandbox.to_string() && value.ty() == ty).then(|| value.clone())
            }
        },
        _ => None,
    }
}

/// A result in the protocol's notation.
pub fn to_wire(value: &Val, sandbox: u64, references: &mut References) -> Value {
    let plain = |ty: &str, value: String| json!({ "type": ty, "value": value });
    let mut reference = |ty: &str, is_null: bool| {
        if is_null {
            return plain(ty, "null".into());
        }
        references.push(value.clone());
        plain(ty, format!("{sandbox}:{}", references.len() - 1))
    };
    match value {
        Val::I32(value) => plain("i32", value.cast_unsigned().to_string()),
        Val::I64(value) => plain("i64", value.cast_unsigned().to_string()),
        Val::F32(value) => plain("f32", value.to_bits().to_string()),
        Val::F64(value) => plain("f64", value.to_bits().to_string()),
        Val::V128(value) => {
            let lanes = [0, 32, 64, 96].map(|shift| ((value.as_u128() >> shift) as u32).to_string());
            json!({ "type": "v128", "lane_type": "i32", "value": lanes })
        }
        Val::FuncRef(value) => reference("funcref", value.is_null()),
        Val::ExternRef(value) => reference("externref", value.is_null()),
    }
}
