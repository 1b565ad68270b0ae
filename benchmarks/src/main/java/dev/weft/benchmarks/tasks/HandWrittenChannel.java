// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.tasks;

import dev.weft.benchmarks.tasks.HandWrittenLoop.Machine;
import org.jspecify.annotations.Nullable;

/** Room for one message, and the one who waits for it. */
final class HandWrittenChannel {
  private final HandWrittenLoop loop;
  private @Nullable Integer message;
  private @Nullable Machine receiver;

  HandWrittenChannel(HandWrittenLoop loop) {
    this.loop = loop;
  }

  /** Puts in a message. There must be room. */
  private void send(Integer value) {
    message = value;
    if (receiver != null) {
      loop.ready(receiver);
      receiver = null;
    }
  }

  /** Takes the message, or returns null and makes {@code who} ready when there is one. */
  private @Nullable Integer receive(Machine who) {
    Integer value = message;
    message = null;
    if (value == null) {
      receiver = who;
    }
    return value;
  }

  /** Sends back what it receives. */
  record Echo(HandWrittenChannel in, HandWrittenChannel out) implements Machine {
    @Override
    public void resume() {
      for (Integer value = in.receive(this); value != null; value = in.receive(this)) {
        out.send(value);
      }
    }
  }

  /** Sends, waits for the answer, and so {@code n} times. */
  static final class Caller implements Machine {
    private final int n;
    private final HandWrittenChannel out;
    private final HandWrittenChannel in;
    private int sent;

    Caller(int n, HandWrittenChannel out, HandWrittenChannel in) {
      this.n = n;
      this.out = out;
      this.in = in;
    }

    @Override
    public void resume() {
      // The first time there is nothing to receive yet.
      while (sent == 0 || in.receive(this) != null) {
        if (sent == n) {
          return;
        }
        out.send(sent++);
      }
    }
  }
}
