// SPDX-License-Identifier: Apache-2.0
/**
 * The catalogue of errors and their way to the user. A {@link
 * dev.weft.processor.diagnostic.Message} and the place it is about come in, from any phase; one
 * error of javac goes out for each, at the user's own tree. The package knows nothing of what the
 * phases do.
 */
@NullMarked
package dev.weft.processor.diagnostic;

import org.jspecify.annotations.NullMarked;
