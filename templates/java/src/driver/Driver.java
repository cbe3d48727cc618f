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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import run.endive.wasm.WasmModule;

/**
 * The protocol: lines in, framed replies out, handles, and what is refused before the engine is
 * asked. The engine is in Engine.java. All of the protocol: docs/protocol.md of the kit.
 */
public final class Driver {
  private final JsonObject description =
      JsonParser.parseString(Engine.DESCRIPTION).getAsJsonObject();
  private final Map<Integer, WasmModule> modules = new HashMap<>();
  private final Map<Integer, Engine> guests = new HashMap<>();
  private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
  private String nonce = "";
  private int handles;

  private Driver() {}

  public static void main(String[] arguments) throws IOException {
    new Driver().serve();
    System.exit(0);
  }

  private void serve() throws IOException {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      JsonObject request = JsonParser.parseString(line).getAsJsonObject();
      if (request.get("op").getAsString().equals("bye")) {
        return;
      }
      JsonObject reply = new JsonObject();
      try {
        reply = handle(request);
      } catch (Ended ended) {
        reply.add("outcome", ended.outcome());
      } catch (Exception | VirtualMachineError error) {
        reply.add("outcome", new Ended("host-error").because(error).outcome());
      }
      send(request, reply);
    }
  }

  private JsonObject handle(JsonObject request) throws IOException, GeneralSecurityException {
    String op = request.get("op").getAsString();
    return switch (op) {
      case "hello" -> {
        nonce = request.get("nonce").getAsString();
        yield description.deepCopy();
      }
      case "load" -> load(request);
      case "instantiate" -> instantiate(request);
      case "call" -> call(request);
      case "drop" -> drop(request);
      case "ping" -> new JsonObject();
      default -> throw Ended.unsupported("op:" + op);
    };
  }

  private JsonObject load(JsonObject request) throws IOException, GeneralSecurityException {
    if (!request.get("kind").getAsString().equals("module")) {
      throw Ended.unsupported("component-model");
    }
    JsonObject source = request.getAsJsonObject("wasm");
    byte[] wasm =
        source.has("path")
            ? Files.readAllBytes(Path.of(source.get("path").getAsString()))
            : Base64.getDecoder().decode(source.get("base64").getAsString());
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(wasm);
    if (!HexFormat.of().formatHex(digest).equals(source.get("sha256").getAsString())) {
      throw Ended.rejected("decode", "digest");
    }
    refuse(request);
    started(request);
    return keep("module", modules, Engine.compile(wasm));
  }

  private JsonObject instantiate(JsonObject request) throws IOException {
    refuse(request);
    WasmModule module = find(modules, request.get("module"));
    started(request);
    Engine guest = new Engine(limits(request));
    guest.instantiate(module);
    return keep("sandbox", guests, guest);
  }

  private JsonObject call(JsonObject request) throws IOException {
    refuse(request);
    Engine guest = find(guests, request.get("sandbox"));
    started(request);
    JsonArray arguments = request.getAsJsonArray("args");
    JsonObject outcome = new JsonObject();
    outcome.addProperty("kind", "returned");
    outcome.add(
        "values", guest.call(request.get("export").getAsString(), arguments, limits(request)));
    JsonObject reply = new JsonObject();
    reply.add("outcome", outcome);
    return reply;
  }

  private JsonObject drop(JsonObject request) {
    Map<Integer, ?> map = request.has("module") ? modules : guests;
    JsonElement handle = request.get(request.has("module") ? "module" : "sandbox");
    find(map, handle);
    // FILL IN: ends a guest, and frees what it had. Here the garbage collector does.
    map.remove(handle.getAsInt());
    return new JsonObject();
  }

  /** A limit or a right that this host does not have is refused, never ignored. */
  private void refuse(JsonObject request) {
    for (String field : limits(request).keySet()) {
      if (!description.getAsJsonObject("limits").has(field)) {
        throw Ended.unsupported("limit:" + field);
      }
    }
    // FILL IN: link the test functions that you provide, one by one; each brings more cases.
    if (request.has("grants") && !request.getAsJsonArray("grants").isEmpty()) {
      JsonObject grant = request.getAsJsonArray("grants").get(0).getAsJsonObject();
      throw Ended.unsupported("grant:" + grant.get("capability").getAsString());
    }
    if (request.has("wasi")) {
      throw Ended.unsupported("wasi-p1");
    }
    // FILL IN: sandboxes that share a store, and imports from each other.
    if (request.has("group") || request.has("link")) {
      throw Ended.unsupported("group");
    }
  }

  private static JsonObject limits(JsonObject request) {
    return request.has("limits") ? request.getAsJsonObject("limits") : new JsonObject();
  }

  private <T> JsonObject keep(String name, Map<Integer, T> map, T value) {
    handles++;
    map.put(handles, value);
    JsonObject reply = new JsonObject();
    reply.addProperty(name, handles);
    return reply;
  }

  private static <T> T find(Map<Integer, T> map, JsonElement handle) {
    boolean number = handle.isJsonPrimitive() && handle.getAsJsonPrimitive().isNumber();
    T value = number ? map.get(handle.getAsInt()) : null;
    if (value == null) {
      throw Ended.rejected("call", "unknown-handle");
    }
    return value;
  }

  private void started(JsonObject request) throws IOException {
    JsonObject notice = new JsonObject();
    notice.addProperty("started", true);
    send(request, notice);
  }

  /** The nonce is what no guest knows: with it a guest that reaches stdout can't forge a reply. */
  private void send(JsonObject request, JsonObject message) throws IOException {
    message.add("id", request.get("id"));
    out.write(("\n@" + nonce + " " + message + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
