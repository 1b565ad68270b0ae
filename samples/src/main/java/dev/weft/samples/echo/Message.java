// SPDX-License-Identifier: Apache-2.0
package dev.weft.samples.echo;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;

/**
 * The bytes that one connection sends, and expects to come back: as good as random, different for
 * each connection, and the same again for the same number. A byte that is lost, changed, swapped or
 * somebody else's will show.
 */
final class Message {
  private final SplittableRandom random;
  private long word;
  private int left;

  Message(long connection) {
    random = new SplittableRandom(connection);
  }

  /** Puts the next bytes of the message into a buffer, until it is full. */
  void fill(ByteBuffer buffer) {
    while (buffer.hasRemaining()) {
      buffer.put(next());
    }
  }

  /** Takes all bytes from a buffer; returns whether they are the next of the message. */
  boolean matches(ByteBuffer buffer) {
    while (buffer.hasRemaining()) {
      if (buffer.get() != next()) {
        return false;
      }
    }
    return true;
  }

  private byte next() {
    if (left == 0) {
      word = random.nextLong();
      left = Long.BYTES;
    }
    left--;
    byte next = (byte) word;
    word >>>= Byte.SIZE;
    return next;
  }
}
