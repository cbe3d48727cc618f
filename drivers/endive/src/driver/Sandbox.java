package driver;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import run.endive.runtime.ByteArrayMemory;
import run.endive.runtime.CallResult;
import run.endive.runtime.ExportFunction;
import run.endive.runtime.Instance;
import run.endive.runtime.InterpreterMachine;
import run.endive.runtime.Memory;
import run.endive.runtime.Store;
import run.endive.runtime.TableInstance;
import run.endive.wasm.InvalidException;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.MemoryLimits;
import run.endive.wasm.types.Table;

/** One instance, with what it was granted, what it holds of its domain, and what it wrote. */
final class Sandbox {
  final Domain domain;
  final double wallMs;
  final Set<String> grants = ConcurrentHashMap.newKeySet();
  final Values values;

  private final boolean metered;
  private final List<Memory> memories = new ArrayList<>();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private boolean truncated;
  private long elements;
  private Instance instance;
  private volatile boolean closed;
  private volatile String phase = "instantiate";

  Sandbox(int handle, Domain domain, double wallMs, Set<String> grants, boolean metered) {
    this.domain = domain;
    this.wallMs = wallMs;
    this.grants.addAll(grants);
    this.values = new Values(handle);
    this.metered = metered;
  }

  String phase() {
    return phase;
  }

  boolean closed() {
    return closed;
  }

  void close() {
    closed = true;
  }

  /** Links, initialises and starts; {@code links} has the providers by the name of the import. */
  void instantiate(WasmModule module, Map<String, Sandbox> links) {
    Store imports = new Store();
    grants.forEach(name -> imports.addFunction(TestFunctions.link(name, this)));
    links.forEach((name, provider) -> imports.register(name, provider.instance));
    Instance.Builder builder =
        Instance.builder(module)
            .withImportValues(imports.toImportValues())
            .withInitialize(false)
            .withMemoryFactory(this::memory)
            .withTableFactory(BoundedTable::new)
            .withMachineFactory(StartWatcher::new);
    if (metered) {
      builder.withUnsafeExecutionListener(domain::step);
    }
    instance = builder.build();
    instance.initialize(false); // `false`: `_start` is an export like any other
    ExportFunction initialize = function("_initialize");
    if (initialize != null) {
      FunctionType type = instance.exportType("_initialize");
      if (type.params().isEmpty() && type.returns().isEmpty()) {
        phase = "start";
        initialize.apply();
      }
    }
  }

  /** Gives back what it holds. */
  void release() {
    domain.returnElements(elements);
    elements = 0;
    instance = null;
    memories.clear();
    values.clear();
  }

  /** From now on it is called, and no more made. */
  void isMade() {
    phase = "call";
  }

  JsonObject call(String name, JsonArray arguments) {
    ExportFunction function = function(name);
    if (function == null) {
      throw Ending.rejected("no-such-export", "no function '" + name + "'");
    }
    FunctionType type = instance.exportType(name);
    CallResult result = values.call(function, type, arguments);
    JsonObject outcome = Outcomes.of("returned", phase, null);
    outcome.add("values", values.results(type, result));
    return outcome;
  }

  private ExportFunction function(String name) {
    try {
      return instance.exports().function(name);
    } catch (InvalidException noSuchFunction) {
      return null;
    }
  }

  /** The engine bounds each memory by itself, so this is a limit of each. */
  private Memory memory(MemoryLimits declared) {
    long allowed = domain.limits.memoryBytes() / Memory.PAGE_SIZE;
    int pages = (int) Math.min(allowed, Memory.RUNTIME_MAX_PAGES);
    if (declared.initialPages() > pages) {
      throw Ending.limit("memory", declared.initialPages() + " pages; " + pages + " are allowed");
    }
    int maximum = Math.min(declared.maximumPages(), pages);
    Memory memory =
        new ByteArrayMemory(new MemoryLimits(declared.initialPages(), maximum, declared.shared()));
    memories.add(memory);
    return memory;
  }

  private boolean takeElements(long count) {
    boolean taken = domain.takeElements(count);
    elements += taken ? count : 0;
    return taken;
  }

  /** A table that takes its elements from the domain's budget. */
  private final class BoundedTable extends TableInstance {
    BoundedTable(Table table, int initialValue) {
      super(bounded(table), initialValue);
    }

    @Override
    public int grow(int count, int value, Instance owner) {
      return mayGrow(count) ? super.grow(count, value, owner) : -1;
    }

    @Override
    public int growWithRef(int count, Object value, Instance owner) {
      return mayGrow(count) ? super.growWithRef(count, value, owner) : -1;
    }

    private boolean mayGrow(int count) {
      return count >= 0 && count <= limits().max() - size() && takeElements(count);
    }
  }

  private Table bounded(Table table) {
    if (!takeElements(table.limits().min())) {
      throw Ending.limit("table", table.limits().min() + " elements are too many");
    }
    return table;
  }

  /** While an instance is made the engine calls nothing but its start function. */
  private final class StartWatcher extends InterpreterMachine {
    StartWatcher(Instance instance) {
      super(instance);
    }

    @Override
    public long[] call(int function, long[] arguments) {
      if (phase.equals("instantiate")) {
        phase = "start";
      }
      return super.call(function, arguments);
    }
  }

  /** Charges for the bytes that a host function moves. */
  void chargeBytes(long count) {
    if (metered) {
      domain.charge(count / Domain.BYTES_FOR_ONE);
    }
  }

  // What the guest wrote.

  void write(byte[] bytes) {
    int room = (int) Math.min(bytes.length, domain.limits.outputBytes() - log.size());
    log.write(bytes, 0, room);
    if (room < bytes.length) {
      truncated = true;
      throw Ending.limit("output", "no room for " + bytes.length + " bytes of output");
    }
  }

  /** Adds to a reply what was written since the last one. */
  void reportOutput(JsonObject reply) {
    if (log.size() > 0 || truncated) {
      JsonObject output = new JsonObject();
      output.addProperty("log", Base64.getEncoder().encodeToString(log.toByteArray()));
      output.addProperty("truncated", truncated);
      reply.add("output", output);
      log.reset();
      truncated = false;
    }
  }

  void reportUsage(JsonObject reply) {
    JsonObject usage = new JsonObject();
    usage.addProperty("state", closed ? "closed" : domain.runs(this) ? "running" : "idle");
    usage.addProperty("memoryBytes", memoryBytes());
    if (metered) {
      usage.addProperty("fuelUsed", domain.fuelUsed());
      usage.addProperty("fuelLeft", domain.fuelLeft());
    }
    reply.add("usage", usage);
  }

  private long memoryBytes() {
    return memories.stream().mapToLong(memory -> (long) memory.pages() * Memory.PAGE_SIZE).sum();
  }
}
