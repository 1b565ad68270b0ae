// SPDX-License-Identifier: Apache-2.0
package dev.weft;

/**
 * A reply that is a failure: what {@link Machine#value} throws rather than returns.
 *
 * @param error the original object
 * @param source what failed with it: who awaits that again gets the error again
 */
record Failure(Throwable error, Object source) {
  /** A failure that is its own source. */
  Failure(Throwable error) {
    this(error, error);
  }

  /** Throws any throwable, checked or not, from where Java would not let it. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  static <E extends Throwable> RuntimeException sneak(Throwable error) throws E {
    throw (E) error;
  }
}
