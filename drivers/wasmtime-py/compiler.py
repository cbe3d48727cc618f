"""The engine's settings, and compiling in a process of its own: the engine can't be interrupted, a process killed."""

from __future__ import annotations

import multiprocessing
import threading
from multiprocessing.connection import Connection

from wasmtime import Config, Engine, Module, WasmtimeError

PROPOSALS = [
    "multi_value", "bulk_memory", "reference_types", "simd", "relaxed_simd", "tail_call", "multi_memory", "memory64",
    "function_references", "gc", "exceptions",
]  # fmt: skip
# Shared memories are outside of a store's limits, and a guest that waits in one sees no epoch. The others are not
# stable.
PROPOSALS_OFF = ["threads", "custom_page_sizes", "wide_arithmetic"]

# With more than 2 MiB, its `async_stack_size`, the engine ends the process; this package can't raise that.
MAX_STACK = 1 << 20


def make_engine(stack_bytes: int = MAX_STACK) -> Engine:
    config = Config()
    config.consume_fuel = True
    config.epoch_interruption = True
    config.max_wasm_stack = max(1, min(stack_bytes, MAX_STACK))
    for proposal in PROPOSALS:
        setattr(config, f"wasm_{proposal}", True)
    for proposal in PROPOSALS_OFF:
        setattr(config, f"wasm_{proposal}", False)
    return Engine(config)


def serve(pipe: Connection) -> None:
    """What the compiling process does."""
    engine = make_engine()
    while True:
        try:
            wasm = pipe.recv_bytes()
        except EOFError:
            return
        try:
            with Module(engine, wasm) as module:
                pipe.send((bytes(module.serialize()), ""))
        except WasmtimeError as error:
            pipe.send((None, str(error)))


class Compiler:
    """Makes of modules what `Module.deserialize` takes, one after the other."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()

    def compile(self, wasm: bytes, milliseconds: int) -> bytes:
        """Raises WasmtimeError for what is no module, and TimeoutError at the deadline."""
        with self._lock:
            try:
                self._pipe.send_bytes(wasm)
                if not self._pipe.poll(milliseconds / 1000):
                    raise TimeoutError
                serialized, message = self._pipe.recv()
            except (OSError, EOFError):  # late, or crashed; TimeoutError is an OSError
                self._process.kill()
                self._process.join()
                self._pipe.close()
                self._start()
                raise
        if serialized is None:
            raise WasmtimeError(message)
        return serialized
