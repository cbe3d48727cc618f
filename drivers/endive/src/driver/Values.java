package driver;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import run.endive.runtime.CallResult;
import run.endive.runtime.ExportFunction;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.ValType;
import run.endive.wasm.types.Value;

/**
 * Values between the protocol's notation and the engine's. The engine has numbers as the bits of a
 * long (vectors as two), functions as their index, null being -1, and other references as objects.
 */
final class Values {
  private final int sandbox;
  private final List<Object> references = new ArrayList<>();

  Values(int sandbox) {
    this.sandbox = sandbox;
  }

  void clear() {
    references.clear();
  }

  CallResult call(ExportFunction function, FunctionType type, JsonArray arguments) {
    List<ValType> params = type.params();
    if (arguments.size() != params.size()) {
      throw mismatch("it takes " + params.size() + " arguments");
    }
    long[] bits = new long[ValType.sizeOf(params)];
    Object[] objects = new Object[bits.length];
    int slot = 0;
    for (int i = 0; i < params.size(); i++) {
      ValType param = params.get(i);
      JsonObject argument = arguments.get(i).getAsJsonObject();
      if (param.isReference()) {
        Object reference = referenceOf(argument, param);
        objects[slot] = param.isObjectRef() ? reference : null;
        bits[slot++] = reference instanceof Long index ? index : Value.REF_NULL_VALUE;
      } else if (!argument.get("type").getAsString().equals(name(param))) {
        throw mismatch("argument " + i + " is " + name(param));
      } else if (param.equals(ValType.V128)) {
        long[] vector = vectorOf(argument);
        bits[slot++] = vector[0];
        bits[slot++] = vector[1];
      } else {
        bits[slot++] = Long.parseUnsignedLong(argument.get("value").getAsString());
      }
    }
    return function.applyWithRefs(bits, objects);
  }

  JsonArray results(FunctionType type, CallResult result) {
    JsonArray values = new JsonArray();
    int slot = 0;
    for (ValType each : type.returns()) {
      JsonObject value = new JsonObject();
      value.addProperty("type", name(each));
      if (each.isReference()) {
        Object function = result.longResult(slot) == -1 ? null : (Long) result.longResult(slot);
        value.addProperty("value", keep(each.isObjectRef() ? result.refResult(slot) : function));
      } else if (each.equals(ValType.V128)) {
        value.addProperty("lane_type", "i32");
        value.add("value", lanes(result.longResult(slot), result.longResult(slot + 1)));
        slot++;
      } else {
        boolean narrow = each.equals(ValType.I32) || each.equals(ValType.F32);
        long bits = result.longResult(slot);
        value.addProperty(
            "value", Long.toUnsignedString(narrow ? Integer.toUnsignedLong((int) bits) : bits));
      }
      values.add(value);
      slot++;
    }
    return values;
  }

  private static String name(ValType type) {
    if (!type.isReference()) {
      return type.equals(ValType.I32)
          ? "i32"
          : type.equals(ValType.I64)
              ? "i64"
              : type.equals(ValType.F32) ? "f32" : type.equals(ValType.F64) ? "f64" : "v128";
    }
    return isExtern(type) ? "externref" : type.isObjectRef() ? "anyref" : "funcref";
  }

  private static boolean isExtern(ValType type) {
    return type.typeIdx() == ValType.TypeIdxCode.EXTERN.code();
  }

  /** References carry the sandbox that they are good for. */
  private String keep(Object reference) {
    if (reference == null) {
      return "null";
    }
    references.add(reference);
    return sandbox + ":" + (references.size() - 1);
  }

  private Object referenceOf(JsonObject argument, ValType param) {
    String handle = argument.get("value").getAsString();
    if (handle.equals("null")) {
      if (!param.isNullable()) {
        throw mismatch("a reference that is not null is wanted");
      }
      return null;
    }
    String[] parts = handle.split(":", 2);
    if (!parts[0].equals(String.valueOf(sandbox))) {
      throw mismatch("a reference of another sandbox");
    }
    Object reference = references.get(Integer.parseInt(parts[1]));
    if (reference instanceof Long == param.isObjectRef()) {
      throw mismatch("a reference of another type");
    }
    return reference;
  }

  private static long[] vectorOf(JsonObject argument) {
    JsonArray lanes = argument.getAsJsonArray("value");
    int width = 128 / lanes.size();
    long[] halves = new long[2];
    int bit = 0;
    for (JsonElement lane : lanes) {
      halves[bit / 64] |= Long.parseUnsignedLong(lane.getAsString()) << (bit % 64);
      bit += width;
    }
    return halves;
  }

  private static JsonArray lanes(long low, long high) {
    JsonArray lanes = new JsonArray();
    for (long half : new long[] {low, high}) {
      lanes.add(Long.toString(half & 0xffff_ffffL));
      lanes.add(Long.toString(half >>> 32));
    }
    return lanes;
  }

  private static Ending mismatch(String message) {
    return Ending.rejected("argument-mismatch", message);
  }
}
