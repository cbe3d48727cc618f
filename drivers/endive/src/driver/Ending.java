package driver;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/**
 * How a request ended other than by its success: a limit, an exit, a refusal. It passes through the
 * engine, which offers nothing but a {@code WasmException} to the guest's handlers.
 */
final class Ending extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient JsonObject outcome;

  private Ending(JsonObject outcome) {
    super(outcome.toString(), null, false, false);
    this.outcome = outcome;
  }

  private static Ending of(String kind, String message, String detail, JsonPrimitive value) {
    JsonObject outcome = Outcomes.of(kind, null, message);
    outcome.add(detail, value);
    return new Ending(outcome);
  }

  static Ending limit(String resource, String message) {
    return of("limit", message, "resource", new JsonPrimitive(resource));
  }

  static Ending hostFunctionFailed(String message) {
    return of("trapped", message, "code", new JsonPrimitive("host-function"));
  }

  static Ending notGranted(String function) {
    return of("denied", function, "capability", new JsonPrimitive("host-function"));
  }

  static Ending exited(int code) {
    return of("exited", null, "exitCode", new JsonPrimitive(Integer.toUnsignedLong(code)));
  }

  static Ending cancelled() {
    return new Ending(Outcomes.of("cancelled", null, null));
  }

  static Ending unsupported(String feature) {
    return of("unsupported", null, "feature", new JsonPrimitive(feature));
  }

  static Ending wrongDigest() {
    Ending ending = of("rejected", null, "reason", new JsonPrimitive("digest"));
    ending.outcome.addProperty("phase", "decode");
    return ending;
  }

  /** A refusal is that of a call, whatever was asked for. */
  static Ending rejected(String reason, String message) {
    Ending ending = of("rejected", message, "reason", new JsonPrimitive(reason));
    ending.outcome.addProperty("phase", "call");
    return ending;
  }

  /** The outcome, in the phase where it came, unless it belongs to another or to none. */
  JsonObject outcome(String phase) {
    JsonObject copy = outcome.deepCopy();
    if (!copy.has("phase") && !copy.get("kind").getAsString().equals("unsupported")) {
      copy.addProperty("phase", phase);
    }
    return copy;
  }
}
