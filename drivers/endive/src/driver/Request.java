package driver;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** A message of the kit's. */
record Request(JsonObject json) {
  JsonElement id() {
    return json.get("id");
  }

  String op() {
    return json.get("op").getAsString();
  }

  boolean has(String field) {
    return json.has(field);
  }

  /** Null where the field is absent. */
  String text(String field) {
    return json.has(field) ? json.get(field).getAsString() : null;
  }

  JsonArray array(String field) {
    return json.has(field) ? json.getAsJsonArray(field) : new JsonArray();
  }

  JsonObject object(String field) {
    return json.has(field) ? json.getAsJsonObject(field) : new JsonObject();
  }

  int handle(String field) {
    return handleOf(json.get(field));
  }

  /** Handles are positive; anything else that is sent as one is as good as 0. */
  static int handleOf(JsonElement handle) {
    try {
      return handle.getAsInt();
    } catch (RuntimeException noHandle) {
      return 0;
    }
  }

  /** The limits, if each of them is one that is enforced. */
  JsonObject limits(List<String> enforced) {
    JsonObject limits = object("limits");
    for (String field : limits.keySet()) {
      if (!enforced.contains(field)) {
        throw Ending.unsupported("limit:" + field);
      }
    }
    return limits;
  }

  /** The bytes of a module, if they are the ones that are meant. */
  byte[] module() {
    JsonObject wasm = object("wasm");
    try {
      byte[] bytes =
          wasm.has("path")
              ? Files.readAllBytes(Path.of(wasm.get("path").getAsString()))
              : Base64.getDecoder().decode(wasm.get("base64").getAsString());
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      if (!HexFormat.of().formatHex(digest).equals(wasm.get("sha256").getAsString())) {
        throw Ending.wrongDigest();
      }
      return bytes;
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
