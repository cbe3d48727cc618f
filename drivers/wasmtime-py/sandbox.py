"""Sandboxes: what an embedder of the `wasmtime` package does to run code that it does not trust."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from wasmtime import Engine, Func, Instance, InstancePre, Linker, Module, Store, WasmtimeError

from compiler import make_engine
from outcomes import TYPES, Ended, Outcome, ending_of, from_val, has_entered, limit, rejected, text_of, to_val
from test_functions import MODULE, provide

# A store's limits of bytes and of elements count for each memory and each table, so their numbers are limited too.
MAX_MEMORIES = MAX_TABLES = 1000


class Run:
    """One entry into a store: an instantiation or a call, with everything that it calls."""

    def __init__(self, engine: Engine, sandbox: Sandbox):
        self.sandbox = sandbox
        self.ending: Outcome | None = None
        self.stopped = threading.Event()
        self.depth = 0
        self._engine = engine
        self._lock = threading.Lock()
        self._is_over = False

    def end(self, ending: Outcome) -> Ended:
        """Settles how this run ends, unless that is settled; for a host function to raise."""
        if self.ending is None:
            self.ending = ending
        return Ended("a host function ended the guest")

    def stop(self, ending: Outcome) -> None:
        """Ends this run from another thread, at the guest's next check of the epoch."""
        with self._lock:
            if not self._is_over:
                self.end(ending)
                self._engine.increment_epoch()
                self.stopped.set()

    def finish(self) -> None:
        with self._lock:
            self._is_over = True


class Group:
    """A store, which is what linked sandboxes share.

    Each store has an engine of its own, which costs some 10 µs. An epoch is an engine's, so incrementing it ends the
    one run that is meant, when it is meant. Stores that share an engine could be ended by the ticks of a common clock
    only, and none of them could be cancelled: this package has no callback at the deadline.
    """

    def __init__(self, limits: dict[str, int], name: str | None):
        self.name = name
        self.limits = limits
        self.engine = make_engine(limits["stackBytes"])
        self.store = Store(self.engine)
        self.store.set_limits(
            memory_size=limits["memoryBytes"],
            table_elements=limits["tableElements"],
            instances=limits["instances"],
            memories=MAX_MEMORIES,
            tables=MAX_TABLES,
        )
        self.spent = 0
        self.balance = limits["fuel"]
        self.store.set_fuel(self.balance)
        self.members = 0
        self.busy = threading.Lock()  # a store is for one thread at a time
        self.run: Run | None = None

    def refuel(self, fuel: int) -> None:
        self.spent += self.balance - self.store.get_fuel()
        self.balance = fuel
        self.store.set_fuel(fuel)

    def usage(self) -> dict[str, str]:
        left = self.store.get_fuel()
        return {"fuelUsed": str(self.spent + self.balance - left), "fuelLeft": str(left)}

    def close(self) -> None:
        # By hand, not by the garbage collector: the package keeps host functions in a global, and they hold on to us.
        self.store.close()
        self.engine.close()


class Sandbox:
    """One instance in a store."""

    linked: InstancePre
    instance: Instance
    exports: Linker

    def __init__(self, handle: int, group: Group, grants: set[str], wall_ms: int):
        self.handle = handle
        self.group = group
        self.grants = grants
        self.wall_ms = wall_ms
        self.is_closed = False
        self.log = bytearray()
        self.is_truncated = False
        self.references: dict[str, Any] = {}

    def link(self, serialized: bytes, links: dict[str, Sandbox]) -> Outcome | None:
        # `deserialize` trusts its bytes. These are our own compiler's, made with the same settings.
        with Module.deserialize(self.group.engine, serialized) as module, Linker(self.group.engine) as linker:
            try:
                for name in self.grants:
                    linker.define_func(MODULE, name, *provide(self, name), access_caller=True)
                for name, other in links.items():
                    linker.define_instance(self.group.store, name, other.instance)
                self.linked = linker.instantiate_pre(module)
            except WasmtimeError as error:
                return rejected("link", message=text_of(error))
        return None

    def start(self, started: Callable[[], None]) -> Outcome | None:
        """Makes the instance. The module's start function runs, then `_initialize`."""

        def body() -> Outcome | None:
            store = self.group.store
            try:
                with self.linked as linked:
                    self.instance = linked.instantiate(store)
                # `Instance.exports` asks for each export by its number, which the engine counts up to: that is
                # quadratic, and 100,000 exports take minutes. A linker has them by name.
                self.exports = Linker(self.group.engine)
                self.exports.define_instance(store, "", self.instance)
                initialize = self.export("_initialize")
                if isinstance(initialize, Func):
                    type_ = initialize.type(store)
                    if not type_.params and not type_.results:
                        initialize(store)
            except Exception as error:
                outcome = self.ended(error, "start" if has_entered(error) else "instantiate")
                # No host function can have failed yet: it is an error of the engine's that has no word here.
                is_other = outcome["phase"] == "instantiate" and outcome.get("code") == "host-function"
                return rejected("instantiate", message=outcome["message"]) if is_other else outcome
            return None

        return self.enter("instantiate", self.wall_ms, body, started)

    def export(self, name: str) -> Any:
        try:
            return self.exports.get(self.group.store, "", name)
        except WasmtimeError:
            return None

    def call(self, request: dict, started: Callable[[], None]) -> Outcome:
        store, limits = self.group.store, request.get("limits", {})
        func = self.export(request["export"])
        if not isinstance(func, Func):
            return rejected("call", reason="no-such-export")
        type_ = func.type(store)
        args = [to_val(each, self.references) for each in request["args"]]
        if len(args) != len(type_.params) or not all(arg and arg.type == each for arg, each in zip(args, type_.params)):
            return rejected("call", reason="argument-mismatch")
        if "fuel" in limits:
            self.group.refuel(int(limits["fuel"]))

        def body() -> Outcome:
            try:
                result = func(store, *args)
            except Exception as error:
                return self.ended(error, "call")
            types = [TYPES[str(each)] for each in type_.results]
            results = result if len(types) > 1 else [result][: len(types)]
            values = [from_val(*each, self.keep) for each in zip(types, results)]
            return {"kind": "returned", "phase": "call", "values": values}

        return self.enter("call", limits.get("wallMs", self.wall_ms), body, started)

    def enter(self, phase: str, wall_ms: int, body: Callable[[], Any], started: Callable[[], None]) -> Any:
        """Runs guest code within a deadline."""
        group = self.group
        group.store.set_epoch_deadline(1)
        run = group.run = Run(group.engine, self)
        deadline = threading.Timer(min(wall_ms / 1000, threading.TIMEOUT_MAX), run.stop, [limit("time")])
        deadline.start()
        try:
            started()
            return limit("time", phase=phase) if wall_ms == 0 else body()
        finally:
            group.run = None
            run.finish()
            deadline.cancel()

    def ended(self, error: BaseException, phase: str) -> Outcome:
        run = self.group.run
        assert run is not None
        ending = ending_of(error, run.ending)
        if ending["kind"] == "cancelled" and run.stopped.is_set():
            self.is_closed = True
        return {**ending, "phase": phase}

    def keep(self, target: Any) -> str:
        """A handle for a reference, good for this sandbox only."""
        handle = f"{self.handle}:{len(self.references)}"
        self.references[handle] = target
        return handle

    def cancel(self) -> None:
        run = self.group.run
        if run is not None and run.sandbox is self:
            run.stop({"kind": "cancelled"})
