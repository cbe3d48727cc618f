"""Sandproof's driver for Extism: the Python package `extism`, by its public interface.

The package runs guests in libextism, which enforces the manifest's `memory.max_pages` and `timeout_ms`. (The JavaScript
SDK runs them in the JavaScript engine and reads neither.)

An Extism guest exports functions without parameters; its input and output are in a memory of Extism's. So this host
has no `typed-calls`. Not here, since the package has no way to them: fuel, tables, stacks, groups, references, a
guest's own memory from host functions, the reason of a trap, the size of a memory.
"""

from __future__ import annotations

import base64
import hashlib
import itertools
import json
import os
import platform
import queue
import re
import sys
import threading
import time
import uuid
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import extism
from extism.extism import HOST_FN_REGISTRY, CompiledPlugin

CONCURRENCY = 8
PAGE = 65_536
LIMITS = {"memoryBytes": 64 << 20, "wallMs": 10_000, "moduleBytes": 32 << 20}

# Test functions. A host function gets the values that it is called with, and slots for its results.
MODULE = "sandproof:test"
I32, I64 = extism.ValType.I32, extism.ValType.I64


def add(plugin: extism.CurrentPlugin, params: list[extism.Val], results: list[extism.Val], *_: Any) -> None:
    total = (params[0].value + params[1].value) & 0xFFFF_FFFF
    results[0].value = total - (total >> 31 << 32)


def sleep(plugin: extism.CurrentPlugin, params: list[extism.Val], results: list[extism.Val], *_: Any) -> None:
    time.sleep(min((params[0].value & 0xFFFF_FFFF_FFFF_FFFF) / 1000, threading.TIMEOUT_MAX))


def fail(*_: Any) -> None:
    raise RuntimeError("this host function fails")


def wrong_result(plugin: extism.CurrentPlugin, params: list[extism.Val], results: list[extism.Val], *_: Any) -> None:
    results[0] = extism.Val(I64, 1)


def wrong_results(plugin: extism.CurrentPlugin, params: list[extism.Val], results: list[extism.Val], *_: Any) -> None:
    del results[1]


for name, params, results, function in (
    ("nop", [], [], lambda *_: None),
    ("add", [I32, I32], [I32], add),
    ("sleep", [I64], [], sleep),
    ("fail", [], [], fail),
    ("wrong-result", [], [I32], wrong_result),
    ("wrong-results", [], [I32, I32], wrong_results),
):
    extism.host_fn(name=name, namespace=MODULE, signature=(params, results))(function)

# The decorator returns nothing. What it registers is linked to every plugin that is not given its own list.
FUNCTIONS: dict[str, Any] = {each.name: each for each in HOST_FN_REGISTRY}

DESCRIPTION = {
    "protocol": 1,
    "host": {
        "name": "extism",
        "version": version("extism"),
        "engine": "libextism (wasmtime)",
        "engineVersion": extism.extism_version(),
        "language": "Python",
        "os": sys.platform,
        "arch": platform.machine(),
    },
    "profiles": ["core"],
    "features": [
        "multi-value",
        "mutable-globals",
        "sign-extension",
        "saturating-float-to-int",
        "bulk-memory",
        "reference-types",
        "simd",
        "relaxed-simd",
        "extended-const",
        "tail-call",
        "multi-memory",
        "memory64",
        "function-references",
        "gc",
        "exceptions",
        *(f"host-function:{name}" for name in FUNCTIONS),
    ],
    "featuresOff": ["custom-page-sizes", "wide-arithmetic"],
    "limits": {
        name: {"supported": True, "mechanism": mechanism, "granularity": granularity, "default": LIMITS[name]}
        for name, mechanism, granularity in (
            ("memoryBytes", "manifest memory.max_pages", PAGE),
            ("wallMs", "manifest timeout_ms", 1),
            ("moduleBytes", "length", 1),
        )
    },
    "concurrency": CONCURRENCY,
    "declares": {
        "cpu": {"mechanism": "deadline", "link": "https://extism.org/docs/concepts/manifest"},
        "memory": {"growFailure": "trap", "link": "https://extism.org/docs/concepts/manifest"},
        "phaseMerging": [["decode", "validate"], ["instantiate", "start"]],
    },
}

Outcome = dict[str, Any]
Started = Callable[[], None]


class Unsupported(Exception):
    """The request needs something that this host does not have."""


def rejected(phase: str, **more: str) -> Outcome:
    return {"kind": "rejected", "phase": phase, **more}


def limit(resource: str, phase: str) -> Outcome:
    return {"kind": "limit", "resource": resource, "phase": phase}


def failed(outcome: Outcome) -> dict:
    return {"outcome": outcome}


UNKNOWN = failed(rejected("call", reason="unknown-handle"))


def text_of(error: Exception) -> str:
    return "".join(c for c in str(error) if c.isprintable())[:300]


# There is one class of errors, so only the text tells what it was. The reason of a trap is in it where a plugin is
# made; of a trap in a call there is only the backtrace, whatever it was.
TEXTS: dict[str, Outcome] = {
    r"timeout": {"kind": "limit", "resource": "time"},
    r"(.*: )?oom": {"kind": "limit", "resource": "memory"},
    r"Function not found: .*": {"kind": "rejected", "reason": "no-such-export"},
    r"expected \d+ arguments, got 0": {"kind": "rejected", "reason": "argument-mismatch"},
    r"error while executing at wasm backtrace:.*": {"kind": "trapped", "code": "x-extism-unknown"},
    r".*: thrown Wasm exception": {"kind": "threw"},
    r".*: GC heap out of memory: .*": {"kind": "limit", "resource": "memory"},
    r".*: wasm trap: call stack exhausted": {"kind": "limit", "resource": "stack"},
    r".*: wasm trap: wasm `unreachable` instruction executed": {"kind": "trapped", "code": "unreachable"},
    r".*: wasm trap: integer divide by zero": {"kind": "trapped", "code": "integer-divide-by-zero"},
    r".*: wasm trap: out of bounds memory access": {"kind": "trapped", "code": "memory-out-of-bounds"},
    r".*: wasm trap: undefined element: out of bounds table access": {"kind": "trapped", "code": "table-out-of-bounds"},
    r".*: wasm trap: .*": {"kind": "trapped", "code": "x-extism-unknown"},
}
LINK_TEXTS = r".*: (unknown import: .*|Invalid \w+ import from .*|types incompatible: .*|expected \w+, but found \w+)"


def ending_of(error: extism.Error, phase: str) -> Outcome:
    message = text_of(error)
    for pattern, ending in TEXTS.items():
        if re.fullmatch(pattern, str(error), re.DOTALL):
            return {**ending, "phase": phase, "message": message}
    is_link = phase == "instantiate" and re.fullmatch(LINK_TEXTS, str(error), re.DOTALL)
    return rejected("link" if is_link else phase, message=message)


def check_limits(request: dict, known: set[str]) -> dict:
    limits = request.get("limits", {})
    for name in limits:
        if name not in known:
            raise Unsupported(f"limit:{name}")
    return {**LIMITS, **limits}


class Sandbox:
    def __init__(self, plugin: extism.Plugin, wall_ms: int):
        self.plugin = plugin
        self.wall_ms = wall_ms
        self.busy = threading.Lock()
        self.is_closed = False
        self.cancelled = False

    def call(self, export: str, wall_ms: int) -> Outcome:
        if wall_ms == 0:
            return limit("time", "call")
        handle = self.plugin.cancel_handle()
        # The manifest's timeout is of every call. A shorter one is kept by cancelling.
        deadline = threading.Timer(wall_ms / 1000, handle.cancel) if wall_ms < self.wall_ms else None
        if deadline is not None:
            deadline.start()
        self.cancelled = False
        try:
            self.plugin.call(export, b"")
            return {"kind": "returned", "phase": "call", "values": []}
        except extism.Error as error:
            ending = ending_of(error, "call")
            if self.cancelled and ending.get("resource") == "time":
                self.is_closed = True
                return {"kind": "cancelled", "phase": "call"}
            return ending
        finally:
            if deadline is not None:
                deadline.cancel()

    def cancel(self) -> None:
        self.cancelled = True
        self.plugin.cancel_handle().cancel()


class Driver:
    """One method for each operation."""

    def __init__(self) -> None:
        self.modules: dict[int, bytes] = {}
        self.sandboxes: dict[int, Sandbox] = {}
        self.handles = itertools.count(1)

    def load(self, request: dict, started: Started) -> dict:
        limits = check_limits(request, {"moduleBytes"})
        if request["kind"] != "module":
            raise Unsupported("component-model")
        source = request["wasm"]
        wasm = Path(source["path"]).read_bytes() if "path" in source else base64.b64decode(source["base64"])
        if hashlib.sha256(wasm).hexdigest() != source["sha256"]:
            return failed(rejected("decode", reason="digest"))
        if len(wasm) > limits["moduleBytes"]:
            return failed(limit("module-size", "decode"))
        # Other bytes may be taken for the text format.
        if not wasm.startswith(b"\0asm"):
            return failed(rejected("decode", message="no WebAssembly binary"))
        started()
        try:
            # What is compiled is bound to a manifest and to host functions, so that it is of no use to `instantiate`.
            CompiledPlugin({"wasm": [{"data": wasm}]}, functions=[])
        except extism.Error as error:
            return failed(rejected("validate", message=text_of(error)))
        handle = next(self.handles)
        self.modules[handle] = wasm
        return {"module": handle}

    def instantiate(self, request: dict, started: Started) -> dict:
        limits = check_limits(request, {"memoryBytes", "wallMs"})
        for key, feature in (("wasi", "wasi-p1"), ("group", "group"), ("link", "group")):
            if key in request:
                raise Unsupported(feature)
        hosts, functions = [], []
        for grant in request.get("grants", []):
            capability, scope = grant["capability"], grant["scope"]
            if capability == "host-function" and scope in FUNCTIONS:
                functions.append(FUNCTIONS[scope])
            elif capability == "host-function":
                raise Unsupported(f"host-function:{scope}")
            elif capability == "network-outbound" and scope.endswith(":*"):
                hosts.append(scope[: -len(":*")])  # the manifest has patterns of hosts, and no ports
            else:
                raise Unsupported(f"grant:{capability}")
        wasm = self.modules.get(request["module"])
        if wasm is None:
            return UNKNOWN
        manifest = {
            "wasm": [{"data": wasm}],
            "memory": {"max_pages": limits["memoryBytes"] // PAGE},
            "timeout_ms": limits["wallMs"],
            "allowed_hosts": hosts,
        }
        started()
        if limits["wallMs"] == 0:
            return failed(limit("time", "instantiate"))
        try:
            plugin = extism.Plugin(manifest, functions=functions)
            # A second instance, which is the one that is called, is made by the first call: here, of no function.
            plugin.call(str(uuid.uuid4()), b"")
        except extism.Error as error:
            ending = ending_of(error, "instantiate")
            if ending.get("reason") != "no-such-export":
                return failed(ending)
        handle = next(self.handles)
        self.sandboxes[handle] = Sandbox(plugin, limits["wallMs"])
        return {"sandbox": handle}

    def call(self, request: dict, started: Started) -> dict:
        check_limits(request, {"wallMs"})
        wall_ms = request.get("limits", {}).get("wallMs")
        if request.get("params") or request.get("results"):
            raise Unsupported("typed-calls")
        sandbox = self.sandboxes.get(request["sandbox"])
        if sandbox is None:
            return UNKNOWN
        if sandbox.is_closed:
            return failed(rejected("call", reason="closed"))
        if request["args"]:
            return failed(rejected("call", reason="argument-mismatch"))
        if not sandbox.busy.acquire(blocking=False):
            return failed(rejected("call", reason="busy"))
        try:
            started()
            outcome = sandbox.call(request["export"], sandbox.wall_ms if wall_ms is None else wall_ms)
            return {**failed(outcome), "usage": {"state": "closed" if sandbox.is_closed else "idle"}}
        finally:
            sandbox.busy.release()

    def inspect(self, request: dict, started: Started) -> dict:
        sandbox = self.sandboxes.get(request["sandbox"])
        if sandbox is None:
            return UNKNOWN
        state = "running" if sandbox.busy.locked() else "closed" if sandbox.is_closed else "idle"
        return {"usage": {"state": state}}

    def cancel(self, request: dict, started: Started) -> dict:
        sandbox = self.sandboxes.get(request["sandbox"])
        if sandbox is None:
            return UNKNOWN
        sandbox.cancel()
        return {}

    def drop(self, request: dict, started: Started) -> dict:
        if "module" in request:
            return UNKNOWN if self.modules.pop(request["module"], None) is None else {}
        sandbox = self.sandboxes.pop(request["sandbox"], None)
        if sandbox is None:
            return UNKNOWN
        sandbox.cancel()
        with sandbox.busy:  # until the call that was cancelled is over
            del sandbox.plugin
        return {}

    def ping(self, request: dict, started: Started) -> dict:
        return {}


def main() -> None:
    driver = Driver()
    operations = {
        name: getattr(driver, name) for name in ("load", "instantiate", "call", "inspect", "cancel", "drop", "ping")
    }
    writing = threading.Lock()
    nonce = ""

    def send(message: dict) -> None:
        with writing:
            sys.stdout.buffer.write(f"\n@{nonce} {json.dumps(message)}\n".encode())
            sys.stdout.buffer.flush()

    def answer(request: dict) -> None:
        identity = {"id": request["id"]}
        try:
            reply = operations[request["op"]](request, lambda: send({**identity, "started": True}))
        except Unsupported as missing:
            reply = failed({"kind": "unsupported", "feature": str(missing)})
        except Exception as error:
            reply = failed({"kind": "host-error", "message": f"{type(error).__name__}: {text_of(error)}"})
        send({**reply, **identity})

    def work() -> None:
        while True:
            answer(requests.get())

    requests: queue.SimpleQueue = queue.SimpleQueue()
    for _ in range(CONCURRENCY):
        threading.Thread(target=work, daemon=True).start()
    for line in sys.stdin.buffer:
        request = json.loads(line)
        op = request["op"]
        if op == "hello":
            nonce = request["nonce"]
            send({**DESCRIPTION, "id": request["id"]})
        elif op == "bye":
            break
        elif op not in operations:
            send({"id": request["id"], **failed({"kind": "unsupported", "feature": f"op:{op}"})})
        elif op in ("cancel", "inspect", "ping"):
            answer(request)  # at once, while guests run
        else:
            requests.put(request)
    os._exit(0)  # guests that still run end here


if __name__ == "__main__":
    main()
