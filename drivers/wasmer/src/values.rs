//! Values between the protocol's notation and wasmer's. References carry the sandbox that they are good for.

use serde_json::{Value as Json, json};
use wasmer::{Type, Value};

/// References that came out of one sandbox; the guest's handle of each is its place.
pub type References = Vec<Value>;

fn lane_bits(lane_type: &str) -> Option<u32> {
    match lane_type {
        "i8" => Some(8),
        "i16" => Some(16),
        "i32" | "f32" => Some(32),
        "i64" | "f64" => Some(64),
        _ => None,
    }
}

fn vector(argument: &Json) -> Option<u128> {
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
pub fn from_wire(argument: &Json, ty: Type, sandbox: u64, references: &References) -> Option<Value> {
    let given = argument["type"].as_str()?;
    let text = || argument["value"].as_str();
    match (ty, given) {
        (Type::I32, "i32") => Some(Value::I32(text()?.parse::<u32>().ok()?.cast_signed())),
        (Type::I64, "i64") => Some(Value::I64(text()?.parse::<u64>().ok()?.cast_signed())),
        (Type::F32, "f32") => Some(Value::F32(f32::from_bits(text()?.parse().ok()?))),
        (Type::F64, "f64") => Some(Value::F64(f64::from_bits(text()?.parse().ok()?))),
        (Type::V128, "v128") => Some(Value::V128(vector(argument)?)),
        (Type::ExternRef | Type::FuncRef | Type::ExceptionRef, given) if given.ends_with("ref") => match text()? {
            "null" => Some(match ty {
                Type::ExternRef => Value::ExternRef(None),
                Type::FuncRef => Value::FuncRef(None),
                _ => Value::ExceptionRef(None),
            }),
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
pub fn to_wire(value: &Value, sandbox: u64, references: &mut References) -> Json {
    let plain = |ty: &str, value: String| json!({ "type": ty, "value": value });
    let mut reference = |ty: &str, is_null: bool| {
        if is_null {
            return plain(ty, "null".into());
        }
        references.push(value.clone());
        plain(ty, format!("{sandbox}:{}", references.len() - 1))
    };
    match value {
        Value::I32(value) => plain("i32", value.cast_unsigned().to_string()),
        Value::I64(value) => plain("i64", value.cast_unsigned().to_string()),
        Value::F32(value) => plain("f32", value.to_bits().to_string()),
        Value::F64(value) => plain("f64", value.to_bits().to_string()),
        Value::V128(value) => {
            let lanes = [0, 32, 64, 96].map(|shift| ((value >> shift) as u32).to_string());
            json!({ "type": "v128", "lane_type": "i32", "value": lanes })
        }
        Value::FuncRef(value) => reference("funcref", value.is_none()),
        Value::ExternRef(value) => reference("externref", value.is_none()),
        Value::ExceptionRef(value) => reference("exnref", value.is_none()),
    }
}
