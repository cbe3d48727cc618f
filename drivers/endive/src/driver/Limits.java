package driver;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** What a domain may use. What a request leaves out has the default. */
record Limits(
    long memoryBytes,
    long fuel,
    double wallMs,
    long tableElements,
    long instances,
    long outputBytes,
    long hostcallBytes) {
  static final Limits DEFAULTS =
      new Limits(64L << 20, 100_000_000_000L, 8_000, 1_000_000, 100, 1L << 20, 64L << 20);

  static final long MODULE_BYTES = 32L << 20;

  static Limits of(JsonObject requested) {
    return new Limits(
        number(requested, "memoryBytes", DEFAULTS.memoryBytes).longValue(),
        fuel(requested, DEFAULTS.fuel),
        number(requested, "wallMs", DEFAULTS.wallMs).doubleValue(),
        number(requested, "tableElements", DEFAULTS.tableElements).longValue(),
        number(requested, "instances", DEFAULTS.instances).longValue(),
        number(requested, "outputBytes", DEFAULTS.outputBytes).longValue(),
        number(requested, "hostcallBytes", DEFAULTS.hostcallBytes).longValue());
  }

  static Number number(JsonObject requested, String field, Number otherwise) {
    JsonElement limit = requested.get(field);
    return limit == null ? otherwise : limit.getAsNumber();
  }

  /** 64 bits without a sign. */
  static long fuel(JsonObject requested, long otherwise) {
    JsonElement limit = requested.get("fuel");
    return limit == null ? otherwise : Long.parseUnsignedLong(limit.getAsString());
  }
}
