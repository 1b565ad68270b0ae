// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * A request to the loop, as a value. It says what is wanted and never how that is done, so the same
 * coroutine runs on any loop that has a handler for the event's class.
 *
 * <p>An event is a record, as a rule. The built-in ones are in {@link Events}; make your own by
 * implementing this interface, and teach a loop to perform it with {@link Loop#on}.
 *
 * @param <T> the type of the reply, which is the value of the {@code await}
 */
public interface Event<T extends @Nullable Object> {}
