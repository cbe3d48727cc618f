package driver;

import com.google.gson.JsonObject;

/** A request that ended with another outcome than success. */
final class Ended extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int LONGEST_MESSAGE = 300;

  private final transient JsonObject outcome = new JsonObject();

  Ended(String kind) {
    super(kind, null, false, false);
    outcome.addProperty("kind", kind);
  }

  static Ended unsupported(String feature) {
    return new Ended("unsupported").with("feature", feature);
  }

  static Ended rejected(String phase, String reason) {
    return new Ended("rejected").with("phase", phase).with("reason", reason);
  }

  static Ended limit(String phase, String resource) {
    return new Ended("limit").with("phase", phase).with("resource", resource);
  }

  Ended with(String detail, String value) {
    outcome.addProperty(detail, value);
    return this;
  }

  /** A message is for people. It may hold names that a guest chose. */
  Ended because(Throwable error) {
    String text = String.valueOf(error).replaceAll("\\p{C}", "?");
    return with("message", text.substring(0, Math.min(text.length(), LONGEST_MESSAGE)));
  }

  JsonObject outcome() {
    return outcome;
  }
}
