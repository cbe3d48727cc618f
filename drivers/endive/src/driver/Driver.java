package driver;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import run.endive.wasm.Parser;
import run.endive.wasm.UnlinkableException;
import run.endive.wasm.WasmModule;

/**
 * A driver of the host protocol (docs/protocol.md) for Endive, a WebAssembly runtime in Java that
 * was Chicory before. With {@code --metered} it counts instructions as fuel.
 *
 * <p>The main thread reads requests. Guests run on the threads of their domains, and a module is
 * loaded on a thread of its own, so that neither keeps the next request waiting.
 */
public final class Driver {
  private static final Set<String> WASI = Set.of("wasi_snapshot_preview1", "wasi_unstable");

  private static final int WARM_UP_CALLS = 12;

  private final boolean metered;
  private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
  private String nonce = "";

  private final AtomicInteger handles = new AtomicInteger();
  private final Map<Integer, WasmModule> modules = new ConcurrentHashMap<>();
  private final Map<Integer, Sandbox> sandboxes = new ConcurrentHashMap<>();
  private final Map<String, Domain> groups = new HashMap<>();

  private Driver(boolean metered) {
    this.metered = metered;
  }

  public static void main(String[] arguments) throws IOException {
    boolean metered = Arrays.asList(arguments).contains("--metered");
    warmUp(metered);
    new Driver(metered).serve();
    System.exit(0);
  }

  /**
   * Has the virtual machine compile the interpreter before the first guest comes, as a service
   * would: else the first guests spend their time before their deadline on that.
   */
  private static void warmUp(boolean metered) {
    // (func (export "spin") (param i32)
    //   (loop (br_if 0 (local.tee 0 (i32.sub (local.get 0) (i32.const 1))))))
    String spin =
        "0061736d01000000 0105016001 7f00 03020100 070801047370696e0000"
            + "0a10010e00 0340 2000 41016b 2200 0d00 0b 0b";
    Domain domain = new Domain(Limits.DEFAULTS);
    Sandbox sandbox = new Sandbox(0, domain, 0, Set.of(), metered);
    sandbox.instantiate(Parser.parse(HexFormat.of().parseHex(spin.replace(" ", ""))), Map.of());
    JsonArray argument =
        JsonParser.parseString("[{\"type\": \"i32\", \"value\": \"20000\"}]").getAsJsonArray();
    for (int i = 0; i < WARM_UP_CALLS; i++) {
      sandbox.call("spin", argument);
    }
    domain.retire();
  }

  private void serve() throws IOException {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      Request request = new Request(JsonParser.parseString(line).getAsJsonObject());
      if (request.op().equals("bye")) {
        return;
      }
      try {
        handle(request);
      } catch (Throwable error) { // also where the heap is full
        String phase = request.op().equals("instantiate") ? "instantiate" : "call";
        reply(request, Outcomes.reply(Outcomes.of(error, phase)));
      }
    }
  }

  private void handle(Request request) {
    switch (request.op()) {
      case "hello" -> {
        nonce = request.text("nonce");
        reply(request, Description.of(metered));
      }
      case "load" -> Domain.start("load", () -> load(request));
      case "instantiate" -> instantiate(request);
      case "call" -> call(request);
      case "inspect" -> {
        JsonObject reply = new JsonObject();
        sandboxOf(request).reportUsage(reply);
        reply(request, reply);
      }
      case "regrant" -> {
        Sandbox sandbox = sandboxOf(request);
        sandbox.grants.removeAll(functionsOf(request, "remove"));
        sandbox.grants.addAll(functionsOf(request, "add"));
        reply(request, new JsonObject());
      }
      case "cancel" -> {
        Sandbox sandbox = sandboxOf(request);
        if (sandbox.domain.stop(sandbox, Ending.cancelled())) {
          sandbox.close();
        }
        reply(request, new JsonObject());
      }
      case "drop" -> {
        if (request.has("sandbox")) {
          Sandbox sandbox = sandboxOf(request);
          sandboxes.remove(request.handle("sandbox"));
          sandbox.close();
          sandbox.domain.stop(sandbox, Ending.cancelled());
          leave(sandbox);
        } else if (modules.remove(request.handle("module")) == null) {
          throw Ending.rejected("unknown-handle", "no such module");
        }
        reply(request, new JsonObject());
      }
      case "ping" -> reply(request, new JsonObject());
      default -> throw Ending.unsupported("op:" + request.op());
    }
  }

  private void load(Request request) {
    JsonObject reply = new JsonObject();
    try {
      if (!request.text("kind").equals("module")) {
        throw Ending.unsupported("component-model");
      }
      JsonObject limits = limitsOf(request);
      byte[] wasm = request.module();
      long allowed = Limits.number(limits, "moduleBytes", Limits.MODULE_BYTES).longValue();
      if (wasm.length > allowed) {
        throw Ending.limit("module-size", wasm.length + " bytes; " + allowed + " are allowed");
      }
      started(request);
      WasmModule module = Parser.parse(wasm);
      int handle = handles.incrementAndGet();
      modules.put(handle, module);
      reply.addProperty("module", handle);
    } catch (Throwable error) { // also what the virtual machine throws when a module uses it up
      reply.add("outcome", Outcomes.of(error, "decode"));
    }
    reply(request, reply);
  }

  private void instantiate(Request request) {
    WasmModule module = modules.get(request.handle("module"));
    if (module == null) {
      throw Ending.rejected("unknown-handle", "no such module");
    }
    if (request.has("wasi")) {
      throw Ending.unsupported("wasi-p1");
    }
    JsonObject limits = limitsOf(request);
    Set<String> grants = functionsOf(request, "grants");
    int handle = handles.incrementAndGet();
    double wallMs = Limits.number(limits, "wallMs", Limits.DEFAULTS.wallMs()).doubleValue();
    Domain domain = join(request.text("group"), Limits.of(limits));
    Sandbox sandbox = new Sandbox(handle, domain, wallMs, grants, metered);
    try {
      if (domain.members > domain.limits.instances()) {
        throw Ending.limit("instances", domain.limits.instances() + " sandboxes are allowed");
      }
      Map<String, Sandbox> links = linksOf(request, domain, grants);
      run(
          request,
          sandbox,
          wallMs,
          () -> {
            sandbox.instantiate(module, links);
            JsonObject reply = new JsonObject();
            reply.addProperty("sandbox", handle);
            sandboxes.put(handle, sandbox);
            return reply;
          });
    } catch (RuntimeException refused) {
      leave(sandbox);
      throw refused;
    }
  }

  private void call(Request request) {
    Sandbox sandbox = sandboxOf(request);
    JsonObject limits = limitsOf(request);
    if (sandbox.closed()) {
      throw Ending.rejected("closed", "the sandbox is closed");
    }
    sandbox.isMade();
    String export = request.text("export");
    JsonArray arguments = request.array("args");
    run(
        request,
        sandbox,
        Limits.number(limits, "wallMs", sandbox.wallMs).doubleValue(),
        () -> {
          if (limits.has("fuel")) {
            sandbox.domain.refuel(Limits.fuel(limits, 0));
          }
          return Outcomes.reply(sandbox.call(export, arguments));
        });
  }

  /** Has a guest run on its domain's thread, and answers when it is done. */
  private void run(Request request, Sandbox sandbox, double wallMs, Callable<JsonObject> guest) {
    Domain domain = sandbox.domain;
    if (!domain.claim(sandbox)) {
      throw Ending.rejected("busy", "another call is under way");
    }
    started(request);
    domain.submit(
        () -> {
          JsonObject reply = domain.run(sandbox, wallMs, guest);
          if (request.op().equals("call")) {
            sandbox.reportUsage(reply);
          } else if (!reply.has("sandbox")) {
            sandboxes.values().remove(sandbox);
            leave(sandbox);
          }
          sandbox.reportOutput(reply);
          reply(request, reply);
        });
  }

  private JsonObject limitsOf(Request request) {
    return request.limits(Description.limitsOf(request.op(), metered));
  }

  private Sandbox sandboxOf(Request request) {
    Sandbox sandbox = sandboxes.get(request.handle("sandbox"));
    if (sandbox == null) {
      throw Ending.rejected("unknown-handle", "no such sandbox");
    }
    return sandbox;
  }

  /** The test functions that a list of grants stands for. */
  private Set<String> functionsOf(Request request, String field) {
    Set<String> functions = new HashSet<>();
    for (JsonElement each : request.array(field)) {
      JsonObject grant = each.getAsJsonObject();
      String capability = grant.get("capability").getAsString();
      String scope = grant.get("scope").getAsString();
      if (!capability.equals("host-function")) {
        throw Ending.unsupported("grant:" + capability);
      }
      if (!Description.testFunctions(metered).contains(scope)) {
        throw Ending.unsupported("host-function:" + scope);
      }
      functions.add(scope);
    }
    return functions;
  }

  private Map<String, Sandbox> linksOf(Request request, Domain domain, Set<String> grants) {
    Map<String, Sandbox> links = new HashMap<>();
    for (Map.Entry<String, JsonElement> link : request.object("link").entrySet()) {
      Sandbox provider = sandboxes.get(Request.handleOf(link.getValue()));
      if (provider == null) {
        throw Ending.rejected("unknown-handle", "no such sandbox to link");
      }
      if (provider.domain != domain) {
        throw new UnlinkableException("a sandbox of another group is not linked");
      }
      boolean granted = link.getKey().equals(TestFunctions.MODULE) && !grants.isEmpty();
      if (granted || WASI.contains(link.getKey())) {
        throw new UnlinkableException("'" + link.getKey() + "' is the host's to provide");
      }
      links.put(link.getKey(), provider);
    }
    return links;
  }

  private synchronized Domain join(String group, Limits limits) {
    Domain domain = group == null ? new Domain(limits) : groups.get(group);
    if (domain == null) {
      domain = new Domain(limits);
      groups.put(group, domain);
    }
    domain.members++;
    return domain;
  }

  /** Takes a sandbox out of its domain; what it held is freed on the domain's thread. */
  private synchronized void leave(Sandbox sandbox) {
    Domain domain = sandbox.domain;
    domain.submit(sandbox::release);
    domain.members--;
    if (domain.members == 0) {
      groups.values().remove(domain);
      domain.retire();
    }
  }

  private void started(Request request) {
    JsonObject notice = new JsonObject();
    notice.addProperty("started", true);
    reply(request, notice);
  }

  /** In one write. An interrupt does not reach this kind of stream. */
  private synchronized void reply(Request request, JsonObject reply) {
    reply.add("id", request.id());
    byte[] message = ("\n@" + nonce + " " + reply + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      out.write(message);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
