"""FILL IN: your engine. What stands here runs guests on Wasmtime, a store for each, so that the driver works as it is;
replace it piece by piece, and run `npx sandproof doctor` after each."""

from __future__ import annotations

import platform
import re
import struct
import sys
import threading
import traceback
from collections.abc import Callable
from importlib.metadata import version
from typing import Any

from wasmtime import Config, Engine, Func, Linker, Module, Store, Trap, TrapCode, Val, WasmtimeError

# FILL IN: the proposals that your guests may use.
ON = ["multi-value", "bulk-memory", "reference-types", "tail-call"]
# Wasmtime's C interface ends the process where Python asks for a type out of the first row, so no guest may use these.
# Without multi-memory a store's limit of bytes, which is for each memory, is for all of a guest's. Without threads no
# memory is shared, which the store's limits don't see.
OFF = [
    *("simd", "relaxed-simd", "function-references", "gc", "exceptions"),
    *("multi-memory", "memory64", "threads", "custom-page-sizes", "wide-arithmetic"),
]

# Each limit with its mechanism and its default.
# FILL IN: what your host enforces, in start functions as well. With `memoryBytes`, and `wallMs` or `fuel`, a host is on
# the floor of the profile core.
LIMITS = {"memoryBytes": ("store-limits", 64 << 20), "wallMs": ("epoch", 5_000)}

# What the host says of itself. FILL IN: what yours has, and nothing else; it is all tested.
DESCRIPTION: dict[str, Any] = {
    "protocol": 1,
    "host": {
        "name": "{{name}}",
        "version": "0.1.0",
        "engine": "wasmtime",
        "engineVersion": version("wasmtime"),
        "language": "Python",
        "os": sys.platform,
        "arch": platform.machine(),
    },
    "profiles": ["core"],
    "features": [
        *ON,
        *("mutable-globals", "sign-extension", "saturating-float-to-int", "extended-const"),  # no switch: always on
        "typed-calls",
    ],
    "featuresOff": OFF,
    "limits": {
        name: {"supported": True, "mechanism": mechanism, "default": default}
        for name, (mechanism, default) in LIMITS.items()
    },
    "declares": {
        "cpu": {"mechanism": "deadline", "slackMs": 50},
        # One type of error for each of these pairs. FILL IN: what your engine can't tell apart, or nothing.
        "phaseMerging": [["decode", "validate"], ["instantiate", "start"]],
    },
}


class Ended(Exception):
    """A request that ended with another outcome than success."""

    def __init__(self, kind: str, **details: str):
        super().__init__(kind)
        self.outcome = {"kind": kind, **details}


# By type. FILL IN: your engine's traps.
TRAPS: dict[TrapCode | None, str] = {
    TrapCode.UNREACHABLE: "unreachable",
    TrapCode.INTEGER_DIVISION_BY_ZERO: "integer-divide-by-zero",
    TrapCode.INTEGER_OVERFLOW: "integer-overflow",
    TrapCode.BAD_CONVERSION_TO_INTEGER: "invalid-conversion-to-integer",
    TrapCode.MEMORY_OUT_OF_BOUNDS: "memory-out-of-bounds",
    TrapCode.TABLE_OUT_OF_BOUNDS: "table-out-of-bounds",
    TrapCode.INDIRECT_CALL_TO_NULL: "uninitialized-element",
    TrapCode.BAD_SIGNATURE: "indirect-call-type-mismatch",
}
LIMIT_TRAPS: dict[TrapCode | None, str] = {TrapCode.INTERRUPT: "time", TrapCode.STACK_OVERFLOW: "stack"}
# What is no trap has one type, so only its text tells a limit.
LIMIT_TEXT = re.compile(r"(memory|table) minimum size .* exceeds|resource limit exceeded: (memory|table)")


def text_of(error: BaseException) -> str:
    """The root cause, which is the last line; before it stands a backtrace, with names that the guest chose."""
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return "".join(c for c in lines[-1].strip() if c.isprintable())[:300]


def ending_of(error: Exception, phase: str) -> Ended:
    message = text_of(error)
    # The error's frames hold on to it, and it to the module's memory; that would outlive the store.
    traceback.clear_frames(error.__traceback__)
    if isinstance(error, Trap):
        resource = LIMIT_TRAPS.get(error.trap_code)
        if resource is not None:
            return Ended("limit", phase=phase, resource=resource, message=message)
        code = TRAPS.get(error.trap_code, "x-wasmtime-unknown")
        return Ended("trapped", phase=phase, code=code, message=message)
    exceeded = LIMIT_TEXT.match(message)
    if isinstance(error, WasmtimeError) and exceeded is not None:
        return Ended("limit", phase=phase, resource=exceeded[1] or exceeded[2], message=message)
    return Ended("host-error", phase=phase, message=message)


# Integers are unsigned decimals on the wire; floats are the decimal of their bits. Formats of `struct` for both.
FORMATS = {"i32": ("<I", "<i"), "i64": ("<Q", "<q"), "f32": ("<I", "<f"), "f64": ("<Q", "<d")}


def to_engine(type_: str, value: str) -> Val:
    bits, number = FORMATS[type_]
    return getattr(Val, type_)(struct.unpack(number, struct.pack(bits, int(value)))[0])


def to_wire(type_: str, value: Any) -> dict:
    bits, number = FORMATS[type_]
    return {"type": type_, "value": str(struct.unpack(bits, struct.pack(number, value))[0])}


def make_engine() -> Engine:
    config = Config()
    config.epoch_interruption = True
    for names, is_on in ((ON, True), (OFF, False)):
        for name in names:
            setattr(config, f"wasm_{name.replace('-', '_')}", is_on)
    return Engine(config)


# One is enough while guests run one after the other: its epoch ends whatever runs.
ENGINE = make_engine()


def compile_module(wasm: bytes) -> Module:
    """FILL IN: bytes to a module, or why not: `rejected` at `decode` or `validate`.

    There is no deadline for it here: this engine's compiler can't be interrupted, only a process of its own killed.
    """
    # The package takes other bytes for the text format.
    if not wasm.startswith(b"\0asm"):
        raise Ended("rejected", phase="decode", message="no WebAssembly binary")
    try:
        return Module(ENGINE, wasm)
    except WasmtimeError as error:
        raise Ended("rejected", phase="validate", message=text_of(error)) from None


class Guest:
    """One instance, in a store of its own."""

    def __init__(self, limits: dict[str, Any]):
        self.wall_ms = limits.get("wallMs", LIMITS["wallMs"][1])
        self.store = Store(ENGINE)
        memory = limits.get("memoryBytes", LIMITS["memoryBytes"][1])
        self.store.set_limits(memory_size=memory, table_elements=1_000_000, instances=1, tables=100, memories=1)
        self.exports = Linker(ENGINE)

    def instantiate(self, module: Module) -> None:
        """FILL IN: links, initialises, runs the start function, then an exported `_initialize`, all within the
        limits."""
        # Nothing is granted, so nothing is linked.
        try:
            linked = Linker(ENGINE).instantiate_pre(module)
        except WasmtimeError as error:
            raise Ended("rejected", phase="link", reason="unknown-import", message=text_of(error)) from None

        def start() -> None:
            # In a linker exports are found by name; `Instance.exports` takes minutes for a guest with 100,000.
            self.exports.define_instance(self.store, "", linked.instantiate(self.store))
            initialize = self.function("_initialize")
            if initialize is not None:
                type_ = initialize.type(self.store)
                if not type_.params and not type_.results:
                    initialize(self.store)

        self.run("start", self.wall_ms, start)

    def function(self, name: str) -> Func | None:
        try:
            export = self.exports.get(self.store, "", name)
        except WasmtimeError:
            return None
        return export if isinstance(export, Func) else None

    def call(self, name: str, args: list[dict], limits: dict[str, Any]) -> list[dict]:
        """FILL IN: calls an export, within the limits. Exports are looked up by their own names only."""
        function = self.function(name)
        if function is None:
            raise Ended("rejected", phase="call", reason="no-such-export")
        type_ = function.type(self.store)
        params, results = ([str(each) for each in types] for types in (type_.params, type_.results))
        if not FORMATS.keys() >= {*params, *results}:
            raise Ended("unsupported", feature="references")
        if [arg["type"] for arg in args] != params:
            raise Ended("rejected", phase="call", reason="argument-mismatch")
        values = [to_engine(arg["type"], arg["value"]) for arg in args]
        raw = self.run("call", limits.get("wallMs", self.wall_ms), lambda: function(self.store, *values))
        return [to_wire(*each) for each in zip(results, raw if len(results) > 1 else [raw])]

    def run(self, phase: str, wall_ms: float, body: Callable[[], Any]) -> Any:
        """Runs guest code within a deadline."""
        if wall_ms == 0:
            raise Ended("limit", phase=phase, resource="time")
        self.store.set_epoch_deadline(1)
        deadline = threading.Timer(min(wall_ms / 1000, threading.TIMEOUT_MAX), ENGINE.increment_epoch)
        deadline.start()
        try:
            return body()
        except Exception as error:
            raise ending_of(error, phase) from None
        finally:
            # Until the timer is done, or it could end the next guest.
            deadline.cancel()
            deadline.join()

    def close(self) -> None:
        """FILL IN: ends a guest, and frees what it had."""
        self.exports.close()
        self.store.close()
