package driver;

import com.google.gson.JsonObject;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import run.endive.runtime.MStack;
import run.endive.runtime.WasmInterruptedException;
import run.endive.wasm.types.Instruction;

/**
 * A trust domain: one sandbox, or a group. All of its guests run on one thread, since an instance
 * is not safe for more, and since what ends a guest is an interrupt of its thread
 * (https://endive.run/docs/advanced/cpu-limits), which must reach no other guest.
 */
final class Domain {
  private static final ScheduledThreadPoolExecutor DEADLINES = deadlines();
  private static final long STACK_BYTES = 1L << 20;

  /** What of a bulk operation costs as much as an instruction. */
  static final long BYTES_FOR_ONE = 64;

  final Limits limits;

  /** How many sandboxes it has, or will have; the driver counts them. */
  int members;

  private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
  private final Thread thread;
  private boolean retired;

  private Sandbox current;
  private boolean entered;
  private Ending stopped;
  private Ending atDeadline;

  private long elements;
  private long fuelLeft;
  private long fuelUsed;
  private int untilLook;

  Domain(Limits limits) {
    this.limits = limits;
    this.fuelLeft = limits.fuel();
    this.thread = start("domain", this::work);
  }

  /** Starts a thread with the same stack everywhere: it is the guest's. */
  static Thread start(String name, Runnable task) {
    Thread thread = new Thread(null, task, name, STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static ScheduledThreadPoolExecutor deadlines() {
    var deadlines =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "deadlines");
              thread.setDaemon(true);
              return thread;
            });
    deadlines.setRemoveOnCancelPolicy(true);
    deadlines.prestartAllCoreThreads();
    return deadlines;
  }

  private void work() {
    while (!retired) {
      try {
        work.take().run();
      } catch (InterruptedException stray) {
        // Only a guest that has been entered is interrupted; and run() clears what came too late.
        throw new AssertionError(stray);
      }
    }
  }

  /** Ends the thread, after what is under way. */
  void retire() {
    work.add(() -> retired = true);
  }

  /** Makes a sandbox the one whose guest is under way; false where there is one already. */
  synchronized boolean claim(Sandbox sandbox) {
    if (current != null) {
      return false;
    }
    current = sandbox;
    entered = false;
    stopped = null;
    return true;
  }

  synchronized boolean runs(Sandbox sandbox) {
    return current == sandbox;
  }

  void submit(Runnable task) {
    work.add(task);
  }

  /**
   * Runs the guest of the sandbox that claimed the domain, and gives the domain back: the reply.
   */
  JsonObject run(Sandbox sandbox, double wallMs, Callable<JsonObject> guest) {
    Ending late = Ending.limit("time", "the deadline of " + wallMs + " ms has passed");
    Future<?> deadline = null;
    JsonObject reply = null;
    if (wallMs > 0) {
      long micros = (long) (wallMs * 1000);
      deadline = DEADLINES.schedule(() -> expire(late), micros, TimeUnit.MICROSECONDS);
    }
    if (enter(late, wallMs > 0)) {
      try {
        reply = guest.call();
      } catch (Throwable error) { // also what the virtual machine throws when a guest uses it up
        if (Outcomes.isCausedBy(error, OutOfMemoryError.class)) {
          // What the guest has kept must go now: until then every other thread lacks memory, too.
          sandbox.close();
          sandbox.release();
          System.gc();
        }
        reply = Outcomes.reply(Outcomes.of(error, sandbox.phase()));
      }
    }
    if (deadline != null) {
      deadline.cancel(false);
    }
    synchronized (this) {
      current = null;
      atDeadline = null;
      Thread.interrupted();
      return stopped == null ? reply : Outcomes.reply(stopped.outcome(sandbox.phase()));
    }
  }

  private synchronized boolean enter(Ending late, boolean inTime) {
    atDeadline = late;
    if (stopped == null && !inTime) {
      stopped = late;
    }
    entered = stopped == null;
    return entered;
  }

  /** Ends the guest whose deadline it is, and not the one that came after it. */
  private synchronized void expire(Ending late) {
    if (atDeadline == late) {
      stop(current, late);
    }
  }

  /** Ends the guest of a sandbox, if one is under way. */
  synchronized boolean stop(Sandbox sandbox, Ending reason) {
    if (current != sandbox) {
      return false;
    }
    if (stopped == null) {
      stopped = reason;
      if (entered) {
        thread.interrupt();
      }
    }
    return true;
  }

  // What the members have together. Only the domain's own thread comes here, save to inspect.

  boolean takeElements(long count) {
    if (count > limits.tableElements() - elements) {
      return false;
    }
    elements += count;
    return true;
  }

  void returnElements(long count) {
    elements -= count;
  }

  void refuel(long balance) {
    fuelLeft = balance;
  }

  /** Takes fuel; amounts and balances are unsigned. */
  void charge(long amount) {
    boolean enough = Long.compareUnsigned(fuelLeft, amount) >= 0;
    long taken = enough ? amount : fuelLeft;
    fuelLeft -= taken;
    fuelUsed += taken;
    if (!enough) {
      throw Ending.limit("fuel", "the fuel is used up");
    }
  }

  /**
   * Charges for one instruction, before it runs: 1, and what a bulk operation moves, whose length
   * is on top of the stack. The engine looks for an interrupt at branches and calls, but not at
   * tail calls; so this does.
   */
  void step(Instruction instruction, MStack stack) {
    charge(
        switch (instruction.opcode()) {
          case MEMORY_COPY, MEMORY_FILL, MEMORY_INIT ->
              1 + Integer.toUnsignedLong((int) stack.peek()) / BYTES_FOR_ONE;
          case TABLE_COPY, TABLE_FILL, TABLE_INIT -> 1 + Integer.toUnsignedLong((int) stack.peek());
          default -> 1;
        });
    if (untilLook-- == 0) {
      untilLook = 1000;
      if (Thread.currentThread().isInterrupted()) {
        throw new WasmInterruptedException("interrupted between two instructions");
      }
    }
  }

  String fuelLeft() {
    return Long.toUnsignedString(fuelLeft);
  }

  String fuelUsed() {
    return Long.toUnsignedString(fuelUsed);
  }
}
