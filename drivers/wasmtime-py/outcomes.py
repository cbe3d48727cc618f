"""How a guest ended, and its values, in the protocol's words."""

from __future__ import annotations

import re
import struct
import traceback
from collections.abc import Callable
from typing import Any

from wasmtime import Func, Trap, TrapCode, Val, WasmtimeError

Outcome = dict[str, Any]


class Unsupported(Exception):
    """The request needs something that this host does not have."""


class Ended(Exception):
    """What a host function raises to end its guest. The run knows how it ended."""


def limit(resource: str, **more: str) -> Outcome:
    return {"kind": "limit", "resource": resource, **more}


def rejected(phase: str, **more: str) -> Outcome:
    return {"kind": "rejected", "phase": phase, **more}


TRAP_CODES = {
    TrapCode.UNREACHABLE: "unreachable",
    TrapCode.INTEGER_DIVISION_BY_ZERO: "integer-divide-by-zero",
    TrapCode.INTEGER_OVERFLOW: "integer-overflow",
    TrapCode.BAD_CONVERSION_TO_INTEGER: "invalid-conversion-to-integer",
    TrapCode.MEMORY_OUT_OF_BOUNDS: "memory-out-of-bounds",
    TrapCode.TABLE_OUT_OF_BOUNDS: "table-out-of-bounds",
    TrapCode.INDIRECT_CALL_TO_NULL: "uninitialized-element",
    TrapCode.BAD_SIGNATURE: "indirect-call-type-mismatch",
    TrapCode.NULL_REFERENCE: "null-reference",
    TrapCode.CAST_FAILURE: "cast-failure",
    TrapCode.ARRAY_OUT_OF_BOUNDS: "array-out-of-bounds",
    TrapCode.HEAP_MISALIGNED: "unaligned-atomic",
    TrapCode.ATOMIC_WAIT_NON_SHARED_MEMORY: "expected-shared-memory",
    TrapCode.ALLOCATION_TOO_LARGE: "allocation-failure",
}
LIMIT_TRAPS = {TrapCode.OUT_OF_FUEL: "fuel", TrapCode.STACK_OVERFLOW: "stack"}

# What is no trap has one class, WasmtimeError, and only the text tells what it was.
TEXTS = {
    r"thrown Wasm exception": {"kind": "threw"},
    r"memory minimum size .* exceeds memory limits": limit("memory"),
    r"table minimum size .* exceeds table limits": limit("table"),
    r"resource limit exceeded: memory count too high .*": limit("memory"),
    r"resource limit exceeded: table count too high .*": limit("table"),
    r"resource limit exceeded: instance count too high .*": limit("instances"),
    r"GC heap out of memory: .*": limit("memory"),
}


def text_of(error: BaseException) -> str:
    """The root cause, which is the last line. Before it stands a backtrace, with names that the guest chose."""
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return "".join(c for c in lines[-1].strip() if c.isprintable())[:300]


def ending_of(error: BaseException, settled: Outcome | None) -> Outcome:
    """How a run ended that was left by this exception, without the phase. `settled` is what a host function or the
    deadline has settled before; an exception that has no reason of its own follows from that."""
    message = text_of(error)
    code = error.trap_code if isinstance(error, Trap) else None
    let_go(error)
    if code in LIMIT_TRAPS:
        return limit(LIMIT_TRAPS[code], message=message)
    if code not in (None, TrapCode.INTERRUPT):
        return {"kind": "trapped", "code": TRAP_CODES.get(code, "x-wasmtime-unknown"), "message": message}
    if settled is not None:
        return settled
    if isinstance(error, Ended):
        # The package keeps an exception of a host function in one global, until the call that it belongs to has
        # returned. A call in another thread that traps in between raises it instead of its own
        # (https://github.com/bytecodealliance/wasmtime-py/issues/254).
        return {"kind": "host-error", "message": "the exception of another thread's host function came out here"}
    if isinstance(error, (Trap, WasmtimeError)):
        for pattern, ending in TEXTS.items():
            if re.fullmatch(pattern, message):
                return {**ending, "message": message}
    if isinstance(error, RecursionError):
        return limit("stack", message=message)
    return {"kind": "trapped", "code": "host-function", "message": message}


def let_go(error: BaseException | None) -> None:
    """An exception and the frames of its traceback hold on to each other, and a trap to the module with its memory
    image. Left to Python's collector of cycles, they would outlive the store by any time."""
    while error is not None:
        traceback.clear_frames(error.__traceback__)
        error = error.__context__


def has_entered(error: BaseException) -> bool:
    """Whether guest code ran before this error of an instantiation. Segments and initial values are no code."""
    if isinstance(error, Trap) and error.trap_code in (*LIMIT_TRAPS, TrapCode.INTERRUPT):
        return True
    return not isinstance(error, (Trap, WasmtimeError)) or "wasm backtrace" in str(error)


# Types that the package can pass, by its name for each.
TYPES = {"i32": "i32", "i64": "i64", "f32": "f32", "f64": "f64", "anyref": "externref", "funcref": "funcref"}
# Formats of `struct`: the bits as an unsigned integer, and the number itself.
FLOATS = {"f32": ("<I", "<f"), "f64": ("<Q", "<d")}


def to_val(argument: dict, references: dict[str, Any]) -> Val | None:
    """A value of the wire for the engine; None for one that this sandbox does not have."""
    type_, value = argument["type"], argument["value"]
    if type_ in ("i32", "i64"):
        return getattr(Val, type_)(int(value))
    if type_ in FLOATS:
        bits, number = FLOATS[type_]
        return getattr(Val, type_)(struct.unpack(number, struct.pack(bits, int(value)))[0])
    if type_ not in ("externref", "funcref"):
        return None
    target = None if value == "null" else references.get(value)
    if value != "null" and (target is None or isinstance(target, Func) != (type_ == "funcref")):
        return None
    return getattr(Val, type_)(target)


def from_val(type_: str, value: Any, keep: Callable[[Any], str]) -> dict:
    """A result for the wire. `keep` makes a handle of a reference."""
    if type_ in ("i32", "i64"):
        value &= 0xFFFF_FFFF if type_ == "i32" else 0xFFFF_FFFF_FFFF_FFFF
    elif type_ in FLOATS:
        bits, number = FLOATS[type_]
        value = struct.unpack(bits, struct.pack(number, value))[0]
    else:
        value = "null" if value is None else keep(value)
    return {"type": type_, "value": str(value)}
