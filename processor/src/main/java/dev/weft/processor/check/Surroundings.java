// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.check;

import dev.weft.processor.claim.Contract;
import dev.weft.processor.diagnostic.Message;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What the innermost construct around a piece of code makes of it.
 *
 * @param awaitError the error that an await is here; null where it is allowed
 * @param emitError the error that an emit is here; null where it is allowed
 * @param async what the method returns whose {@code return} stands here, if it is {@code @Async}
 * @param monitor whether a {@code synchronized} block is around
 * @param guarded whether a {@code try} is around in that block, which sees a failure before the
 *     monitor is left
 * @param isLocal whether a local or anonymous class is around
 */
record Surroundings(
    @Nullable Message awaitError,
    @Nullable Message emitError,
    @Nullable TypeMirror async,
    boolean monitor,
    boolean guarded,
    boolean isLocal) {
  static final Surroundings FILE = outside(Message.AWAIT_IN_INITIALIZER, false);

  /** Between the members of a class: initializers, and what initializes fields. */
  Surroundings inClass(boolean isLocalClass) {
    boolean local = isLocal || isLocalClass;
    return outside(local ? Message.AWAIT_IN_LOCAL_CLASS : Message.AWAIT_IN_INITIALIZER, local);
  }

  /**
   * @param result what the method returns
   */
  Surroundings inAsyncMethod(TypeMirror result) {
    return new Surroundings(
        Contract.is(result, Contract.GENERATOR) ? Message.AWAIT_IN_GENERATOR : null,
        Contract.isGenerator(result) ? null : Message.EMIT_OUTSIDE_GENERATOR,
        result,
        false,
        false,
        isLocal);
  }

  Surroundings inConstructor() {
    return inOther(Message.AWAIT_IN_CONSTRUCTOR);
  }

  Surroundings inOrdinaryMethod() {
    return inOther(Message.AWAIT_OUTSIDE_ASYNC);
  }

  Surroundings inLambda() {
    Message emit = emitError == null ? Message.EMIT_IN_LAMBDA : emitError;
    return new Surroundings(Message.AWAIT_IN_LAMBDA, emit, null, false, false, isLocal);
  }

  Surroundings inSynchronized() {
    return new Surroundings(
        awaitError == null ? Message.AWAIT_IN_SYNCHRONIZED : awaitError,
        emitError == null ? Message.EMIT_IN_SYNCHRONIZED : emitError,
        async,
        true,
        false,
        isLocal);
  }

  /** Where a {@code try} catches, or runs something behind. */
  Surroundings inTry() {
    return new Surroundings(awaitError, emitError, async, monitor, monitor, isLocal);
  }

  /** The error that it is to return a coroutine here, which is awaited where it is returned. */
  @Nullable Message returnError() {
    return guarded ? Message.AWAIT_IN_SYNCHRONIZED : null;
  }

  /** In a local class the remedy is another one: its methods cannot be made {@code @Async}. */
  private Surroundings inOther(Message error) {
    return outside(isLocal ? Message.AWAIT_IN_LOCAL_CLASS : error, isLocal);
  }

  private static Surroundings outside(Message awaitError, boolean isLocal) {
    return new Surroundings(
        awaitError, Message.EMIT_OUTSIDE_GENERATOR, null, false, false, isLocal);
  }
}
