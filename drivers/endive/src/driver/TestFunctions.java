package driver;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import run.endive.runtime.CallResult;
import run.endive.runtime.HostFunction;
import run.endive.runtime.Instance;
import run.endive.runtime.Memory;
import run.endive.runtime.WasmExternRef;
import run.endive.runtime.WasmFunctionHandle;
import run.endive.runtime.WasmInterruptedException;
import run.endive.wasm.InvalidException;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.ValType;

/** The host functions of the protocol, in the module {@code sandproof:test}. */
final class TestFunctions {
  static final String MODULE = "sandproof:test";

  /**
   * Without {@code wrong-result}: the engine takes longs from a host function, whatever its type,
   * so there is nothing of a wrong type to return. {@code charge} needs fuel.
   */
  static final List<String> NAMES =
      List.of(
          "nop",
          "add",
          "log",
          "fill",
          "fail",
          "call-back",
          "view-after-callback",
          "sleep",
          "exit",
          "close-self",
          "charge",
          "wrong-results",
          "make-ref",
          "same-ref");

  private static final ValType I32 = ValType.I32;
  private static final ValType EXTERN = ValType.ExternRef;

  private TestFunctions() {}

  /** A function for one sandbox, which it may call for as long as it is granted. */
  static HostFunction link(String name, Sandbox sandbox) {
    FunctionType type =
        switch (name) {
          case "add" -> type(List.of(I32, I32), I32);
          case "log" -> type(List.of(I32, I32));
          case "fill" -> type(List.of(I32, I32, I32));
          case "call-back", "view-after-callback" -> type(List.of(I32), I32);
          case "sleep", "charge" -> type(List.of(ValType.I64));
          case "exit" -> type(List.of(I32));
          case "wrong-results" -> type(List.of(), I32, I32);
          case "make-ref" -> type(List.of(I32), EXTERN);
          case "same-ref" -> type(List.of(EXTERN, EXTERN), I32);
          default -> type(List.of());
        };
    return new HostFunction(MODULE, name, type, new Body(name, sandbox));
  }

  private static FunctionType type(List<ValType> params, ValType... results) {
    return FunctionType.of(params, List.of(results));
  }

  private record Body(String name, Sandbox sandbox) implements WasmFunctionHandle {
    @Override
    public long[] apply(Instance guest, long... args) {
      return applyWithRefs(guest, args, null).longs();
    }

    /** The engine comes here for a type with references, which are objects of its or the host's. */
    @Override
    public CallResult applyWithRefs(Instance guest, long[] args, Object[] references) {
      if (!sandbox.grants.contains(name)) {
        throw Ending.notGranted(name);
      }
      return switch (name) {
        case "add" -> returned((int) args[0] + (int) args[1]);
        case "log" -> log(guest, args[0], args[1]);
        case "fill" -> {
          Memory memory = range(guest, args[0], args[1]);
          memory.fill((byte) args[2], (int) args[0], (int) (args[0] + args[1]));
          yield returned();
        }
        case "fail" -> throw Ending.hostFunctionFailed("this host function fails");
        case "call-back" -> returned(callback(guest, args));
        case "view-after-callback" -> {
          callback(guest, args);
          yield returned(range(guest, args[0], 1).readU8((int) args[0]));
        }
        case "sleep" -> sleep(args[0]);
        case "exit" -> {
          sandbox.close();
          throw Ending.exited((int) args[0]);
        }
        case "close-self" -> {
          sandbox.close();
          throw Ending.cancelled();
        }
        case "charge" -> {
          sandbox.domain.charge(args[0]);
          yield returned();
        }
        case "wrong-results" -> returned(1);
        case "make-ref" -> CallResult.of(null, new Object[] {new WasmExternRef(new Object())});
        case "same-ref" -> returned(references[0] == references[1] ? 1 : 0);
        default -> returned();
      };
    }

    private static CallResult returned(long... results) {
      return CallResult.of(results, null);
    }

    /**
     * The guest's memory, where a range that it names lies within. The engine's ints are signed.
     */
    private Memory range(Instance guest, long pointer, long length) {
      long start = Integer.toUnsignedLong((int) pointer);
      long size = Integer.toUnsignedLong((int) length);
      Memory memory;
      try {
        memory = guest.exports().memory("memory");
      } catch (InvalidException noSuchExport) {
        throw Ending.hostFunctionFailed("the guest exports no memory");
      }
      if (start + size > (long) memory.pages() * Memory.PAGE_SIZE) {
        throw Ending.hostFunctionFailed(size + " bytes at " + start + " are out of bounds");
      }
      if (size > sandbox.domain.limits.hostcallBytes()) {
        throw Ending.limit("hostcall-bytes", size + " bytes in one host call");
      }
      sandbox.chargeBytes(size);
      return memory;
    }

    private CallResult log(Instance guest, long pointer, long length) {
      byte[] text = range(guest, pointer, length).readBytes((int) pointer, (int) length);
      try {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
      } catch (CharacterCodingException malformed) {
        throw Ending.hostFunctionFailed("the text is no UTF-8");
      }
      sandbox.write(text);
      return returned();
    }

    private static long[] callback(Instance guest, long[] args) {
      try {
        return guest.exports().function("callback").apply(args);
      } catch (InvalidException noSuchExport) {
        throw Ending.hostFunctionFailed("the guest exports no function 'callback'");
      }
    }

    private static CallResult sleep(long ms) {
      try {
        Thread.sleep(ms < 0 ? Long.MAX_VALUE : ms);
        return returned();
      } catch (InterruptedException interrupted) {
        // As the engine does where it waits itself.
        Thread.currentThread().interrupt();
        throw new WasmInterruptedException(interrupted);
      }
    }
  }
}
