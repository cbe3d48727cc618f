package driver;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import run.endive.runtime.ByteArrayMemory;
import run.endive.runtime.ExportFunction;
import run.endive.runtime.Instance;
import run.endive.runtime.Memory;
import run.endive.runtime.TableInstance;
import run.endive.runtime.WasmException;
import run.endive.wasm.InvalidException;
import run.endive.wasm.Parser;
import run.endive.wasm.UnlinkableException;
import run.endive.wasm.Version;
import run.endive.wasm.WasmEngineException;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.MemoryLimits;
import run.endive.wasm.types.Table;
import run.endive.wasm.types.TableLimits;
import run.endive.wasm.types.ValType;

/**
 * FILL IN: your engine. What stands here runs a guest on Endive, so that the driver works as it is;
 * replace it piece by piece, and run {@code npx sandproof doctor} after each.
 */
final class Engine {
  private static final long DEFAULT_MEMORY = 64 << 20;
  private static final long MOST_ELEMENTS = 1_000_000;
  private static final long DEFAULT_MS = 8_000;
  private static final long STACK_BYTES = 1 << 20;

  /**
   * What the host says of itself. FILL IN: what yours has, and nothing else; it is all tested. With
   * {@code memoryBytes}, and {@code wallMs} or {@code fuel}, a host is on the floor of the profile
   * core. A merging is a pair that the engine can't tell apart.
   */
  static final String DESCRIPTION =
      """
{
  "protocol": 1,
  "host": {
    "name": "{{name}}", "version": "0.1.0", "engine": "Endive", "engineVersion": "%s",
    "language": "Java", "os": "%s", "arch": "%s"
  },
  "profiles": ["core"],
  "features": [
    "multi-value", "mutable-globals", "sign-extension", "saturating-float-to-int", "bulk-memory",
    "reference-types", "simd", "extended-const", "tail-call", "threads", "multi-memory",
    "function-references", "gc", "exceptions", "typed-calls"
  ],
  "limits": {
    "memoryBytes": {"supported": true, "granularity": 65536, "default": %d},
    "wallMs": {"supported": true, "mechanism": "Thread.interrupt", "default": %d}
  },
  "declares": {
    "cpu": {"mechanism": "deadline", "slackMs": 50},
    "memory": {"scope": "memory"},
    "isolation": "thread",
    "phaseMerging": [["instantiate", "start"]]
  }
}
"""
          .formatted(
              Version.version(),
              System.getProperty("os.name"),
              System.getProperty("os.arch"),
              DEFAULT_MEMORY,
              DEFAULT_MS);

  /** The engine has no types for traps, only text. FILL IN: by type, where yours has types. */
  private static final Map<String, String> TRAPS =
      Map.ofEntries(
          Map.entry("Trapped on unreachable instruction", "unreachable"),
          Map.entry("integer divide by zero", "integer-divide-by-zero"),
          Map.entry("integer overflow", "integer-overflow"),
          Map.entry("invalid conversion to integer", "invalid-conversion-to-integer"),
          Map.entry("out of bounds memory access", "memory-out-of-bounds"),
          Map.entry("out of bounds table access", "table-out-of-bounds"),
          Map.entry("undefined element", "table-out-of-bounds"),
          Map.entry("uninitialized element", "uninitialized-element"),
          Map.entry("indirect call type mismatch", "indirect-call-type-mismatch"),
          Map.entry("null ", "null-reference"),
          Map.entry("Trapped on call_ref on null", "null-reference"),
          Map.entry("Trapped on throw_ref on null", "null-reference"),
          Map.entry("Trapped on ref_as_non_null", "null-reference"),
          Map.entry("cast failure", "cast-failure"),
          Map.entry("out of bounds array access", "array-out-of-bounds"),
          Map.entry("unaligned atomic", "unaligned-atomic"),
          Map.entry("Attempt to wait on a non-shared memory", "expected-shared-memory"));

  private static final Map<ValType, String> NUMBERS =
      Map.of(ValType.I32, "i32", ValType.I64, "i64", ValType.F32, "f32", ValType.F64, "f64");

  private final long memoryBytes;
  private final double wallMs;
  private Instance instance;

  Engine(JsonObject limits) {
    memoryBytes =
        limits.has("memoryBytes") ? limits.get("memoryBytes").getAsLong() : DEFAULT_MEMORY;
    wallMs = wallMs(limits, DEFAULT_MS);
  }

  private static double wallMs(JsonObject limits, double otherwise) {
    return limits.has("wallMs") ? limits.get("wallMs").getAsDouble() : otherwise;
  }

  /** FILL IN: bytes to a module, or why not: rejected at decode or validate. */
  static WasmModule compile(byte[] wasm) {
    try {
      return Parser.parse(wasm);
    } catch (InvalidException error) {
      throw new Ended("rejected").with("phase", "validate").because(error);
    } catch (RuntimeException error) { // a malformed module may end in any
      throw new Ended("rejected").with("phase", "decode").because(error);
    }
  }

  /**
   * FILL IN: links, initialises, runs the start function, then an exported {@code _initialize}, all
   * within the limits.
   */
  void instantiate(WasmModule module) {
    run(
        "start",
        wallMs,
        () -> {
          // Nothing is granted, so nothing is linked.
          instance =
              Instance.builder(module)
                  .withInitialize(false)
                  .withMemoryFactory(this::memory)
                  .withTableFactory(Engine::table)
                  .build();
          instance.initialize(false); // `false`: `_start` is an export like any other
          ExportFunction initialize = function("_initialize");
          if (initialize != null) {
            FunctionType type = instance.exportType("_initialize");
            if (type.params().isEmpty() && type.returns().isEmpty()) {
              initialize.apply();
            }
          }
          return null;
        });
  }

  private Memory memory(MemoryLimits declared) {
    int pages = (int) Math.min(memoryBytes / Memory.PAGE_SIZE, Memory.RUNTIME_MAX_PAGES);
    if (declared.initialPages() > pages) {
      throw Ended.limit("instantiate", "memory");
    }
    int maximum = Math.min(declared.maximumPages(), pages);
    return new ByteArrayMemory(
        new MemoryLimits(declared.initialPages(), maximum, declared.shared()));
  }

  /**
   * With limits of its own: the engine changes them when a table grows, in the module's as well.
   */
  private static TableInstance table(Table table, int initialValue) {
    TableLimits declared = table.limits();
    if (declared.min() > MOST_ELEMENTS) {
      throw Ended.limit("instantiate", "table");
    }
    long maximum = Math.min(declared.max(), MOST_ELEMENTS);
    TableLimits own = new TableLimits(declared.min(), maximum, declared.shared());
    return new TableInstance(new Table(table.elementType(), own, table.initialize()), initialValue);
  }

  private ExportFunction function(String name) {
    try {
      return instance.exports().function(name);
    } catch (InvalidException noSuchFunction) {
      return null;
    }
  }

  /** FILL IN: calls an export, within the limits. Exports are looked up by their own names only. */
  JsonArray call(String name, JsonArray arguments, JsonObject limits) {
    if (instance == null) {
      throw Ended.rejected("call", "closed");
    }
    if (function(name) == null) {
      throw Ended.rejected("call", "no-such-export");
    }
    List<ValType> params = instance.exportType(name).params();
    List<ValType> results = instance.exportType(name).returns();
    if (!NUMBERS.keySet().containsAll(params) || !NUMBERS.keySet().containsAll(results)) {
      throw Ended.unsupported("references");
    }
    if (arguments.size() != params.size()) {
      throw Ended.rejected("call", "argument-mismatch");
    }
    long[] bits = new long[params.size()];
    for (int i = 0; i < bits.length; i++) {
      JsonObject argument = arguments.get(i).getAsJsonObject();
      if (!argument.get("type").getAsString().equals(NUMBERS.get(params.get(i)))) {
        throw Ended.rejected("call", "argument-mismatch");
      }
      // Integers are unsigned decimals on the wire; floats are the decimal of their bits.
      bits[i] = Long.parseUnsignedLong(argument.get("value").getAsString());
    }
    long[] returned = run("call", wallMs(limits, wallMs), () -> function(name).apply(bits));
    JsonArray values = new JsonArray();
    for (int i = 0; i < results.size(); i++) {
      String type = NUMBERS.get(results.get(i));
      long value = type.endsWith("32") ? Integer.toUnsignedLong((int) returned[i]) : returned[i];
      JsonObject wire = new JsonObject();
      wire.addProperty("type", type);
      wire.addProperty("value", Long.toUnsignedString(value));
      values.add(wire);
    }
    return values;
  }

  /**
   * Runs guest code within a deadline, on a thread of its own, since an interrupt of its thread is
   * what ends it. The engine looks for that at branches and calls, but not at tail calls.
   */
  private <T> T run(String phase, double wallMs, Callable<T> body) {
    if (wallMs == 0) {
      throw Ended.limit(phase, "time");
    }
    FutureTask<T> task =
        new FutureTask<>(
            () -> {
              try {
                return body.call();
              } catch (Throwable error) { // also what the virtual machine throws
                throw ended(error, phase);
              }
            });
    Thread thread = new Thread(null, task, "guest", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      TimeUnit.NANOSECONDS.timedJoin(thread, (long) (wallMs * 1_000_000));
      boolean late = thread.isAlive();
      thread.interrupt();
      thread.join();
      if (late) {
        throw Ended.limit(phase, "time");
      }
      return task.get();
    } catch (ExecutionException error) {
      throw (Ended) error.getCause();
    } catch (InterruptedException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private Ended ended(Throwable error, String phase) {
    if (error instanceof Ended ended) {
      return ended;
    }
    if (isCausedBy(error, OutOfMemoryError.class)) {
      // What the guest has kept must go: until then all others lack memory, too.
      instance = null;
      System.gc();
      return Ended.limit(phase, "memory").because(error);
    }
    if (isCausedBy(error, StackOverflowError.class)) {
      return Ended.limit(phase, "stack");
    }
    if (error instanceof WasmException) {
      return new Ended("threw").with("phase", phase);
    }
    if (error instanceof UnlinkableException) {
      return Ended.rejected("link", "unknown-import").because(error);
    }
    // Instances are validated when they are made. While it runs, this type is an unaligned access.
    if (error instanceof InvalidException && instance == null) {
      return new Ended("rejected").with("phase", "validate").because(error);
    }
    if (error instanceof WasmEngineException) {
      String text = String.valueOf(error.getMessage());
      String code =
          TRAPS.entrySet().stream()
              .filter(entry -> text.startsWith(entry.getKey()))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElse("x-endive-unknown");
      return new Ended("trapped").with("phase", phase).with("code", code).because(error);
    }
    return new Ended("host-error").with("phase", phase).because(error);
  }

  /** The engine wraps some errors of the virtual machine, and lets others through. */
  private static boolean isCausedBy(Throwable error, Class<? extends Error> type) {
    return error != null && (type.isInstance(error) || isCausedBy(error.getCause(), type));
  }
}
