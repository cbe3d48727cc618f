package driver;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import run.endive.wasm.Version;

/** The reply to {@code hello}. */
final class Description {
  // The proposals are those of https://github.com/bytecodealliance/endive#roadmap. There is no
  // memory64, no relaxed SIMD, and of the exceptions only the standard ones.
  private static final String HOST =
      """
{
  "protocol": 1,
  "host": {"engine": "Endive", "language": "Java"},
  "profiles": ["core"],
  "features": [
    "multi-value", "mutable-globals", "sign-extension", "saturating-float-to-int", "bulk-memory",
    "reference-types", "simd", "extended-const", "tail-call", "threads", "multi-memory",
    "function-references", "gc", "exceptions",
    "typed-calls", "group", "output", "references", "regrant"
  ],
  "limits": {
    "memoryBytes": {"supported": true, "granularity": 65536, "mechanism": "MemoryLimits"},
    "wallMs": {"supported": true, "mechanism": "Thread.interrupt"},
    "tableElements": {"supported": true, "mechanism": "TableFactory"},
    "instances": {"supported": true},
    "outputBytes": {"supported": true},
    "hostcallBytes": {"supported": true},
    "moduleBytes": {"supported": true}
  },
  "concurrency": 8,
  "declares": {
    "cpu": {
      "mechanism": "deadline",
      "hostCallsInterruptible": true,
      "slackMs": 50,
      "link": "https://endive.run/docs/advanced/cpu-limits"
    },
    "memory": {
      "growFailure": "minus-one",
      "scope": "memory",
      "link": "https://endive.run/docs/advanced/memory-customization"
    },
    "afterTrap": "usable",
    "unknownImports": "reject",
    "state": "persists",
    "isolation": "thread"
  }
}
""";

  private static final String FUEL = "{\"supported\": true, \"mechanism\": \"ExecutionListener\"}";

  private Description() {}

  static JsonObject of(boolean metered) {
    JsonObject description = parse(HOST);
    JsonObject host = description.getAsJsonObject("host");
    host.addProperty("name", metered ? "endive-metered" : "endive");
    host.addProperty("version", Version.version());
    host.addProperty("engineVersion", Version.version());
    host.addProperty("os", System.getProperty("os.name"));
    host.addProperty("arch", System.getProperty("os.arch"));

    JsonObject limits = description.getAsJsonObject("limits");
    if (metered) {
      limits.add("fuel", parse(FUEL));
      JsonObject cpu = description.getAsJsonObject("declares").getAsJsonObject("cpu");
      cpu.addProperty("mechanism", "instruction-count");
      cpu.addProperty("deterministic", true);
    }
    Limits defaults = Limits.DEFAULTS;
    addDefault(limits, "memoryBytes", defaults.memoryBytes());
    addDefault(limits, "wallMs", defaults.wallMs());
    addDefault(limits, "tableElements", defaults.tableElements());
    addDefault(limits, "instances", defaults.instances());
    addDefault(limits, "outputBytes", defaults.outputBytes());
    addDefault(limits, "hostcallBytes", defaults.hostcallBytes());
    addDefault(limits, "moduleBytes", Limits.MODULE_BYTES);

    JsonArray features = description.getAsJsonArray("features");
    testFunctions(metered).forEach(name -> features.add("host-function:" + name));
    return description;
  }

  private static JsonObject parse(String json) {
    return JsonParser.parseString(json).getAsJsonObject();
  }

  private static void addDefault(JsonObject limits, String field, Number value) {
    limits.getAsJsonObject(field).addProperty("default", value);
  }

  static List<String> testFunctions(boolean metered) {
    return TestFunctions.NAMES.stream().filter(name -> metered || !name.equals("charge")).toList();
  }

  /** The limits that a request may carry. */
  static List<String> limitsOf(String op, boolean metered) {
    List<String> limits =
        switch (op) {
          case "load" -> List.of("moduleBytes");
          case "call" -> List.of("fuel", "wallMs");
          default ->
              List.of(
                  "memoryBytes",
                  "fuel",
                  "wallMs",
                  "tableElements",
                  "instances",
                  "outputBytes",
                  "hostcallBytes");
        };
    return limits.stream().filter(limit -> metered || !limit.equals("fuel")).toList();
  }
}
