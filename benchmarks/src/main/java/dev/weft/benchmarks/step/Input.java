// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.step;

import java.util.Random;

/** What the loops read, and where they leave the hash of it (FNV-1a). */
public final class Input {
  /** The hash of nothing. */
  public static final long SEED = 0xcbf29ce484222325L;

  /** What the hash is multiplied by for each byte. */
  public static final long PRIME = 0x100000001b3L;

  /** None of them is negative. */
  public final byte[] bytes;

  /** The result. */
  public long hash;

  Input(int size) {
    bytes = new byte[size];
    Random random = new Random(42);
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) random.nextInt(Byte.MAX_VALUE);
    }
  }
}
