"""Sandproof's driver for Wasmtime in Python: the package `wasmtime`, by its public interface.

This file is the protocol (docs/protocol.md). How guests are contained is in `sandbox.py` and `compiler.py`, host
functions are in `test_functions.py`, and `outcomes.py` says how a guest ended. Not here: components, WASI, threads, and
what the package does not offer: vectors and typed references as arguments and results, and the size of memories that
are not exported.
"""

from __future__ import annotations

import base64
import hashlib
import itertools
import json
import os
import platform
import queue
import sys
import threading
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

from wasmtime import WasmtimeError

from compiler import PROPOSALS, PROPOSALS_OFF, Compiler
from outcomes import TYPES, Outcome, Unsupported, limit, rejected, text_of
from sandbox import Group, Sandbox
from test_functions import FUNCTIONS, MODULE

CONCURRENCY = 8
# For the guest's stack (`compiler.MAX_STACK`), and Python's own between guests that re-enter each other.
THREAD_STACK = 16 << 20

# Each limit with its mechanism and its default.
LIMITS = {
    "memoryBytes": ("store-limits", 64 << 20),
    "fuel": ("fuel", 10**11),
    "wallMs": ("epoch", 10_000),
    "tableElements": ("store-limits", 1_000_000),
    "stackBytes": ("max-wasm-stack", 512 << 10),
    "instances": ("store-limits", 100),
    "outputBytes": ("host-function", 1 << 20),
    "hostcallBytes": ("host-function", 64 << 20),
    "moduleBytes": ("length", 32 << 20),
    "compileMs": ("process", 5_000),
}
LOAD_LIMITS, CALL_LIMITS = {"moduleBytes", "compileMs"}, {"fuel", "wallMs"}
# No guest may stand in for these.
WASI_MODULES = {"wasi_snapshot_preview1", "wasi_unstable"}

DESCRIPTION = {
    "protocol": 1,
    "host": {
        "name": "wasmtime-py",
        "version": version("wasmtime"),
        "engine": "wasmtime",
        "engineVersion": version("wasmtime"),
        "language": "Python",
        "os": sys.platform,
        "arch": platform.machine(),
    },
    "profiles": ["core"],
    "features": [
        *(name.replace("_", "-") for name in PROPOSALS),
        *("mutable-globals", "sign-extension", "saturating-float-to-int", "extended-const"),  # no switch: always on
        *("typed-calls", "group", "output", "references", "regrant"),
        *(f"host-function:{name}" for name in FUNCTIONS),
    ],
    "featuresOff": [name.replace("_", "-") for name in PROPOSALS_OFF],
    "limits": {
        name: {"supported": True, "mechanism": mechanism, "default": str(value) if name == "fuel" else value}
        for name, (mechanism, value) in LIMITS.items()
    },
    "concurrency": CONCURRENCY,  # the package releases Python's lock while it is in the engine
    "declares": {
        "cpu": {
            "mechanism": "fuel",
            "deterministic": True,
            "hostCallsInterruptible": True,  # by the host functions, see `sleep`
            "link": "https://docs.wasmtime.dev/examples-interrupting-wasm.html",
        },
        "memory": {
            "growFailure": "minus-one",
            "scope": "memory",
            "link": "https://docs.wasmtime.dev/api/wasmtime/struct.StoreLimitsBuilder.html#method.memory_size",
        },
        "phaseMerging": [["decode", "validate"]],  # one pass, one kind of error
    },
}

Started = Callable[[], None]


def failed(outcome: Outcome) -> dict:
    return {"outcome": outcome}


UNKNOWN = failed(rejected("call", reason="unknown-handle"))


def find(table: dict[int, Any], handle: Any) -> Any:
    return table.get(handle) if type(handle) is int else None


def limits_of(request: dict, known: set[str]) -> dict[str, int]:
    limits = request.get("limits", {})
    for name in limits:
        if name not in known:
            raise Unsupported(f"limit:{name}")
    return {**{name: value for name, (_, value) in LIMITS.items()}, **{name: int(limits[name]) for name in limits}}


def take_output(sandbox: Sandbox) -> dict:
    log, is_truncated = bytes(sandbox.log), sandbox.is_truncated
    sandbox.log.clear()
    sandbox.is_truncated = False
    if not log and not is_truncated:
        return {}
    return {"output": {"log": base64.b64encode(log).decode(), "truncated": is_truncated}}


class Driver:
    """One method for each operation."""

    def __init__(self) -> None:
        self.compiler = Compiler()
        self.modules: dict[int, bytes] = {}
        self.sandboxes: dict[int, Sandbox] = {}
        self.groups: dict[str | None, Group] = {}
        self.groups_lock = threading.Lock()
        self.handles = itertools.count(1)

    def load(self, request: dict, started: Started) -> dict:
        limits = limits_of(request, LOAD_LIMITS)
        if request["kind"] != "module":
            raise Unsupported("component-model")
        source = request["wasm"]
        wasm = Path(source["path"]).read_bytes() if "path" in source else base64.b64decode(source["base64"])
        if hashlib.sha256(wasm).hexdigest() != source["sha256"]:
            return failed(rejected("decode", reason="digest"))
        if len(wasm) > limits["moduleBytes"]:
            return failed(limit("module-size", phase="decode"))
        # The package takes other bytes for the text format, and parses that. Only binaries are guests.
        if not wasm.startswith(b"\0asm"):
            return failed(rejected("decode", message="no WebAssembly binary"))
        started()
        handle = next(self.handles)
        try:
            self.modules[handle] = self.compiler.compile(wasm, limits["compileMs"])
        except TimeoutError:
            return failed(limit("compile", phase="validate"))
        except WasmtimeError as error:
            return failed(rejected("validate", message=text_of(error)))
        return {"module": handle}

    def instantiate(self, request: dict, started: Started) -> dict:
        limits = limits_of(request, set(LIMITS) - LOAD_LIMITS)
        if "wasi" in request:
            raise Unsupported("wasi-p1")
        for grant in request.get("grants", []):
            if grant["capability"] != "host-function":
                raise Unsupported(f"grant:{grant['capability']}")
            if grant["scope"] not in FUNCTIONS:
                raise Unsupported(f"host-function:{grant['scope']}")
        grants = {grant["scope"] for grant in request.get("grants", [])}
        serialized = find(self.modules, request["module"])
        links = {name: find(self.sandboxes, handle) for name, handle in request.get("link", {}).items()}
        if serialized is None or None in links.values():
            return UNKNOWN

        group = self.join(request.get("group"), limits)
        sandbox = Sandbox(next(self.handles), group, grants, limits["wallMs"])
        with group.busy:
            reserved = WASI_MODULES | ({MODULE} if grants else set())
            outcome: Outcome | None
            if reserved & set(links) or any(other.group is not group for other in links.values()):
                outcome = rejected("link", message="a link out of the group, or under a name that is taken")
            else:
                outcome = sandbox.link(serialized, links) or sandbox.start(started)
        if outcome is not None:
            self.leave(group)
            return {**failed(outcome), **take_output(sandbox)}
        self.sandboxes[sandbox.handle] = sandbox
        return {"sandbox": sandbox.handle, **take_output(sandbox)}

    def join(self, name: str | None, limits: dict[str, int]) -> Group:
        with self.groups_lock:
            group = self.groups.get(name) or Group(limits, name)
            if name is not None:
                self.groups[name] = group
            group.members += 1
            return group

    def leave(self, group: Group) -> None:
        with self.groups_lock:
            group.members -= 1
            if group.members == 0:
                self.groups.pop(group.name, None)
                group.close()

    def call(self, request: dict, started: Started) -> dict:
        limits_of(request, CALL_LIMITS)
        # Asked about any other type, if only for its name, the engine's C interface ends the process.
        for type_ in [*request.get("params", []), *request.get("results", [])]:
            if type_ not in TYPES.values():
                raise Unsupported("simd" if type_ == "v128" else "references")
        sandbox = find(self.sandboxes, request["sandbox"])
        if sandbox is None:
            return UNKNOWN
        if sandbox.is_closed:
            return failed(rejected("call", reason="closed"))
        if not sandbox.group.busy.acquire(blocking=False):
            return failed(rejected("call", reason="busy"))
        try:
            return {**failed(sandbox.call(request, started)), **self.usage(sandbox), **take_output(sandbox)}
        finally:
            sandbox.group.busy.release()

    def usage(self, sandbox: Sandbox) -> dict:
        return {"usage": {"state": "closed" if sandbox.is_closed else "idle", **sandbox.group.usage()}}

    def inspect(self, request: dict, started: Started) -> dict:
        sandbox = find(self.sandboxes, request["sandbox"])
        if sandbox is None:
            return UNKNOWN
        if not sandbox.group.busy.acquire(blocking=False):
            return {"usage": {"state": "running"}}
        try:
            return self.usage(sandbox)
        finally:
            sandbox.group.busy.release()

    def regrant(self, request: dict, started: Started) -> dict:
        sandbox = find(self.sandboxes, request["sandbox"])
        if sandbox is None:
            return UNKNOWN
        removed, added = ({grant["scope"] for grant in request.get(key, [])} for key in ("remove", "add"))
        sandbox.grants = sandbox.grants - removed | added
        return {}

    def cancel(self, request: dict, started: Started) -> dict:
        sandbox = find(self.sandboxes, request["sandbox"])
        if sandbox is None:
            return UNKNOWN
        sandbox.cancel()
        return {}

    def drop(self, request: dict, started: Started) -> dict:
        if "module" in request:
            if find(self.modules, request["module"]) is None:
                return UNKNOWN
            del self.modules[request["module"]]
            return {}
        sandbox = find(self.sandboxes, request["sandbox"])
        if sandbox is None:
            return UNKNOWN
        del self.sandboxes[sandbox.handle]
        sandbox.cancel()
        with sandbox.group.busy:  # until the call that was cancelled is over
            sandbox.exports.close()
            self.leave(sandbox.group)
        return {}

    def ping(self, request: dict, started: Started) -> dict:
        return {}


def main() -> None:
    threading.stack_size(THREAD_STACK)
    driver = Driver()
    operations = {
        name: getattr(driver, name)
        for name in ("load", "instantiate", "call", "inspect", "regrant", "cancel", "drop", "ping")
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
