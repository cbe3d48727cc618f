"""The protocol: lines in, framed replies out, handles, and what is refused before the engine is asked. The engine is in
engine.py. All of the protocol: docs/protocol.md of the kit."""

from __future__ import annotations

import base64
import hashlib
import itertools
import json
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from engine import DESCRIPTION, Ended, Guest, Module, compile_module

modules: dict[int, Module] = {}
guests: dict[int, Guest] = {}
handles = itertools.count(1)

Started = Callable[[], None]


def unsupported(feature: str) -> Ended:
    return Ended("unsupported", feature=feature)


def find(table: dict[int, Any], handle: Any) -> Any:
    if type(handle) is not int or handle not in table:
        raise Ended("rejected", phase="call", reason="unknown-handle")
    return table[handle]


def refuse(request: dict) -> None:
    """A limit or a right that this host does not have is refused, never ignored."""
    for field in request.get("limits", {}):
        if field not in DESCRIPTION["limits"]:
            raise unsupported(f"limit:{field}")
    for grant in request.get("grants", []):
        # FILL IN: link the test functions that you provide, one by one; each brings more cases.
        raise unsupported(f"grant:{grant['capability']}")
    if "wasi" in request:
        raise unsupported("wasi-p1")
    # FILL IN: sandboxes that share a store, and imports from each other.
    if "group" in request or "link" in request:
        raise unsupported("group")


def load(request: dict, started: Started) -> dict:
    if request["kind"] != "module":
        raise unsupported("component-model")
    source = request["wasm"]
    wasm = Path(source["path"]).read_bytes() if "path" in source else base64.b64decode(source["base64"])
    if hashlib.sha256(wasm).hexdigest() != source["sha256"]:
        raise Ended("rejected", phase="decode", reason="digest")
    refuse(request)
    started()
    module = compile_module(wasm)
    handle = next(handles)
    modules[handle] = module
    return {"module": handle}


def instantiate(request: dict, started: Started) -> dict:
    refuse(request)
    module = find(modules, request["module"])
    started()
    guest = Guest(request.get("limits", {}))
    try:
        guest.instantiate(module)
    except Ended:
        guest.close()
        raise
    handle = next(handles)
    guests[handle] = guest
    return {"sandbox": handle}


def call(request: dict, started: Started) -> dict:
    refuse(request)
    guest = find(guests, request["sandbox"])
    started()
    values = guest.call(request["export"], request["args"], request.get("limits", {}))
    return {"outcome": {"kind": "returned", "phase": "call", "values": values}}


def drop(request: dict, started: Started) -> dict:
    if "module" in request:
        find(modules, request["module"])
        del modules[request["module"]]
    else:
        find(guests, request["sandbox"]).close()
        del guests[request["sandbox"]]
    return {}


def ping(request: dict, started: Started) -> dict:
    return {}


OPERATIONS = {"load": load, "instantiate": instantiate, "call": call, "drop": drop, "ping": ping}


def answer(request: dict, started: Started) -> dict:
    try:
        if request["op"] not in OPERATIONS:
            raise unsupported(f"op:{request['op']}")
        return OPERATIONS[request["op"]](request, started)
    except Ended as ended:
        return {"outcome": ended.outcome}
    except Exception as error:
        return {"outcome": {"kind": "host-error", "message": f"{type(error).__name__}: {error}"[:300]}}


def main() -> None:
    nonce = ""

    def send(message: dict) -> None:
        # The nonce is what no guest knows: with it a guest that reaches stdout can't forge a reply.
        sys.stdout.buffer.write(f"\n@{nonce} {json.dumps(message)}\n".encode())
        sys.stdout.buffer.flush()

    for line in sys.stdin.buffer:
        request = json.loads(line)
        identity = {"id": request.get("id")}
        if request["op"] == "bye":
            break
        if request["op"] == "hello":
            nonce = request["nonce"]
            send({**DESCRIPTION, **identity})
        else:
            send({**answer(request, partial(send, {**identity, "started": True})), **identity})
    os._exit(0)


if __name__ == "__main__":
    main()
