package driver;

import com.google.gson.JsonObject;
import java.util.Map;
import run.endive.runtime.WasmException;
import run.endive.wasm.InvalidException;
import run.endive.wasm.MalformedException;
import run.endive.wasm.UnlinkableException;
import run.endive.wasm.WasmEngineException;

/** What the engine throws, in the protocol's words. */
final class Outcomes {
  private static final int LONGEST_MESSAGE = 300;

  /** The engine has types for phases, and only text for the kinds of traps. */
  private static final Map<String, String> TRAP_CODES =
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

  private Outcomes() {}

  static JsonObject of(String kind, String phase, String message) {
    JsonObject outcome = new JsonObject();
    outcome.addProperty("kind", kind);
    if (phase != null) {
      outcome.addProperty("phase", phase);
    }
    if (message != null) {
      // A message may hold names that a guest chose.
      String shown = message.substring(0, Math.min(message.length(), LONGEST_MESSAGE));
      outcome.addProperty("message", shown.replaceAll("\\p{C}", "?"));
    }
    return outcome;
  }

  static JsonObject of(Throwable error, String phase) {
    if (error instanceof Ending ending) {
      return ending.outcome(phase);
    }
    if (error instanceof WasmException) {
      return of("threw", phase, null);
    }
    if (isCausedBy(error, StackOverflowError.class)) {
      return Ending.limit("stack", "the thread's stack is used up").outcome(phase);
    }
    if (isCausedBy(error, OutOfMemoryError.class)) {
      return Ending.limit("memory", "the virtual machine's heap is used up").outcome(phase);
    }
    if (error instanceof MalformedException) {
      return of("rejected", "decode", error.getMessage());
    }
    // The engine has this type for an unaligned access as well.
    boolean running = phase.equals("start") || phase.equals("call");
    if (error instanceof InvalidException && !running) {
      return of("rejected", "validate", error.getMessage());
    }
    if (error instanceof UnlinkableException) {
      return of("rejected", "link", error.getMessage());
    }
    if (error instanceof WasmEngineException) {
      JsonObject outcome = of("trapped", phase, error.getMessage());
      outcome.addProperty("code", trapCode(String.valueOf(error.getMessage())));
      return outcome;
    }
    if (phase.equals("decode") && error instanceof RuntimeException) {
      // A malformed module may end in any of them: bytecodealliance/endive#98.
      return of("rejected", phase, error.toString());
    }
    // The engine has no other types for what a guest does.
    return of("host-error", phase, error.toString());
  }

  /** The engine wraps some errors of the virtual machine, and lets others through. */
  static boolean isCausedBy(Throwable error, Class<? extends Error> type) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  static JsonObject reply(JsonObject outcome) {
    JsonObject reply = new JsonObject();
    reply.add("outcome", outcome);
    return reply;
  }

  private static String trapCode(String message) {
    return TRAP_CODES.entrySet().stream()
        .filter(entry -> message.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("x-endive-unknown");
  }
}
