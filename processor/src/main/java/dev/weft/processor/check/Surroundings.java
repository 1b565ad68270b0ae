// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.check;

import dev.weft.processor.diagnostic.Message;
import org.jspecify.annotations.Nullable;

/**
 * What the innermost construct around a piece of code makes of it.
 *
 * @param awaitError the error that an await is here; null where it is allowed
 * @param isAsync whether {@code return} here is that of an {@code @Async} method
 * @param isLocal whether a local or anonymous class is around
 */
record Surroundings(@Nullable Message awaitError, boolean isAsync, boolean isLocal) {
  static final Surroundings FILE = new Surroundings(Message.AWAIT_IN_INITIALIZER, false, false);

  /** Between the members of a class: initializers, and what initializes fields. */
  Surroundings inClass(boolean isLocalClass) {
    boolean local = isLocal || isLocalClass;
    return new Surroundings(
        local ? Message.AWAIT_IN_LOCAL_CLASS : Message.AWAIT_IN_INITIALIZER, false, local);
  }

  Surroundings inAsyncMethod() {
    return new Surroundings(null, true, isLocal);
  }

  Surroundings inConstructor() {
    return inOther(Message.AWAIT_IN_CONSTRUCTOR);
  }

  Surroundings inOrdinaryMethod() {
    return inOther(Message.AWAIT_OUTSIDE_ASYNC);
  }

  Surroundings inLambda() {
    return new Surroundings(Message.AWAIT_IN_LAMBDA, false, isLocal);
  }

  Surroundings inSynchronized() {
    return awaitError == null
        ? new Surroundings(Message.AWAIT_IN_SYNCHRONIZED, isAsync, isLocal)
        : this;
  }

  /** In a local class the remedy is another one: its methods cannot be made {@code @Async}. */
  private Surroundings inOther(Message error) {
    return new Surroundings(isLocal ? Message.AWAIT_IN_LOCAL_CLASS : error, false, isLocal);
  }
}
