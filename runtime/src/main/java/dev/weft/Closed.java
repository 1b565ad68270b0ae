// SPDX-License-Identifier: Apache-2.0
package dev.weft;

/**
 * Raised at the {@link Weft#emit emit} where a generator stands when it is closed.
 *
 * <p>Like Python's {@code GeneratorExit} (PEP 342) it is for the generator's own {@code finally}
 * blocks and nobody else ever sees it. It extends {@link Error}, so {@code catch (Exception e)}
 * does not swallow it; whoever catches it must not emit again, which would throw an {@link
 * IllegalStateException}.
 */
public final class Closed extends Error {
  private static final long serialVersionUID = 1;

  Closed(String message) {
    super(message);
  }

  /** Fills in nothing: the generator knows where it stands. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }

  /**
   * Throws what resources failed with as they were closed on the way out: it was suppressed for the
   * sake of this, which ends here, and must not be lost with it.
   */
  void throwSuppressed() throws Throwable {
    Throwable[] suppressed = getSuppressed();
    for (int i = 1; i < suppressed.length; i++) {
      suppressed[0].addSuppressed(suppressed[i]);
    }
    if (suppressed.length > 0) {
      throw suppressed[0];
    }
  }
}
