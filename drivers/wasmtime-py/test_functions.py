"""The protocol's test functions: host functions as an embedder of the `wasmtime` package writes them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from wasmtime import Caller, Func, FuncType, Memory, ValType

from outcomes import ending_of, limit

if TYPE_CHECKING:
    from sandbox import Run, Sandbox

MODULE = "sandproof:test"
# Python must not come to the end of its own stack: a RecursionError before the package's trampoline has begun is
# dropped, and the guest goes on with a result of 0 from a host function that never ran.
MAX_DEPTH = 32
MAX_SLEEP_MS = 24 * 60 * 60 * 1000
# What a guest has its host do is paid for: a call into Python takes as long as thousands of instructions.
FUEL_PER_CALL = 100
BYTES_PER_FUEL = 16


class HostError(Exception):
    """An error of a host function's own."""


class Reference:
    """An object of the host's that guests hold on to."""


class Host:
    """What a host function has at hand."""

    def __init__(self, sandbox: Sandbox, run: Run, caller: Caller):
        self.sandbox = sandbox
        self.run = run
        self.caller = caller

    def span(self, pointer: int, length: int) -> tuple[Memory, int, int]:
        """Where the guest's pointer and length lead to."""
        # An i32 arrives signed. `Memory.read` would take a negative one, as an index from the end.
        pointer &= 0xFFFF_FFFF
        length &= 0xFFFF_FFFF
        memory = self.caller.get("memory")
        if not isinstance(memory, Memory) or pointer + length > memory.data_len(self.caller):
            raise HostError("out of bounds")
        if length > self.sandbox.group.limits["hostcallBytes"]:
            raise self.run.end(limit("hostcall-bytes"))
        charge(self, length // BYTES_PER_FUEL)
        return memory, pointer, length

    def read(self, pointer: int, length: int) -> bytearray:
        memory, start, length = self.span(pointer, length)
        return memory.read(self.caller, start, start + length)

    def call(self, argument: int) -> int:
        """The guest's export `callback`. It is part of the run, and of its budgets."""
        callback = self.caller.get("callback")
        if not isinstance(callback, Func):
            raise HostError("no callback")
        if self.run.depth == MAX_DEPTH:
            raise self.run.end(limit("reentry-depth"))
        self.run.depth += 1
        result = callback(self.caller, argument)
        self.run.depth -= 1
        return result


def log(host: Host, pointer: int, length: int) -> None:
    text = host.read(pointer, length)
    text.decode("utf-8")
    sandbox = host.sandbox
    room = sandbox.group.limits["outputBytes"] - len(sandbox.log)
    sandbox.log += text[:room]
    if len(text) > room:
        sandbox.is_truncated = True
        raise host.run.end(limit("output"))


def fill(host: Host, pointer: int, length: int, byte: int) -> None:
    memory, start, length = host.span(pointer, length)
    if length > 0:
        memory.write(host.caller, bytearray([byte & 0xFF]) * length, start)


def fail(host: Host) -> None:
    raise HostError("this host function fails")


def view_after_callback(host: Host, pointer: int) -> int:
    host.call(pointer)
    return host.read(pointer, 1)[0]


def sleep(host: Host, milliseconds: int) -> None:
    # The engine interrupts guests, not host functions: one that blocks has to see for itself that its run was stopped.
    if host.run.stopped.wait(min(milliseconds & 0xFFFF_FFFF_FFFF_FFFF, MAX_SLEEP_MS) / 1000):
        raise host.run.end(limit("time"))


def close(host: Host, ending: dict) -> None:
    host.sandbox.is_closed = True
    raise host.run.end(ending)


def charge(host: Host, amount: int) -> None:
    store = host.sandbox.group.store
    left = store.get_fuel() - (amount & 0xFFFF_FFFF_FFFF_FFFF)
    store.set_fuel(max(0, left))
    if left < 0:
        raise host.run.end(limit("fuel"))


I32, I64, EXTERNREF = ValType.i32(), ValType.i64(), ValType.externref()

FUNCTIONS: dict[str, tuple[list[ValType], list[ValType], Callable[..., Any]]] = {
    "nop": ([], [], lambda host: None),
    "add": ([I32, I32], [I32], lambda host, a, b: a + b),
    "log": ([I32, I32], [], log),
    "fill": ([I32, I32, I32], [], fill),
    "fail": ([], [], fail),
    "call-back": ([I32], [I32], Host.call),
    "view-after-callback": ([I32], [I32], view_after_callback),
    "sleep": ([I64], [], sleep),
    "exit": ([I32], [], lambda host, code: close(host, {"kind": "exited", "exitCode": code & 0xFFFF_FFFF})),
    "close-self": ([], [], lambda host: close(host, {"kind": "cancelled"})),
    "charge": ([I64], [], charge),
    "wrong-result": ([], [I32], lambda host: "no number"),
    "wrong-results": ([], [I32, I32], lambda host: [1]),
    "make-ref": ([I32], [EXTERNREF], lambda host, value: Reference()),
    "same-ref": ([EXTERNREF, EXTERNREF], [I32], lambda host, a, b: int(a is b)),
}


def provide(sandbox: Sandbox, name: str) -> tuple[FuncType, Callable[..., Any]]:
    """A test function for one sandbox."""
    params, results, function = FUNCTIONS[name]

    def guarded(caller: Caller, *args: Any) -> Any:
        run = sandbox.group.run
        assert run is not None
        try:
            if name not in sandbox.grants:
                raise run.end({"kind": "denied", "capability": "host-function", "scope": name})
            host = Host(sandbox, run, caller)
            charge(host, FUEL_PER_CALL)
            return function(host, *args)
        except Exception as error:
            # Settled here, since the exception itself may come out in another thread: see `ending_of`.
            raise run.end(ending_of(error, run.ending)) from error

    return FuncType(params, results), guarded
