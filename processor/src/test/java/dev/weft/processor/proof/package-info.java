// SPDX-License-Identifier: Apache-2.0
/**
 * The differential proof: the same source runs as plain Java against an eager stand-in of the
 * runtime, and as machines against the real one; result, exception, stack trace and the log of side
 * effects must be equal.
 *
 * <p>The cases are Java files under {@code src/test/resources/proof/cases}; what they await comes
 * from {@code world.World}.
 */
@NullMarked
package dev.weft.processor.proof;

import org.jspecify.annotations.NullMarked;
