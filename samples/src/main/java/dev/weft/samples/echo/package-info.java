// SPDX-License-Identifier: Apache-2.0
/**
 * A TCP echo server, and clients that check what it says.
 *
 * <p>{@link dev.weft.samples.echo.Echo} runs both and reports; {@link
 * dev.weft.samples.echo.EchoServer} alone is there for {@code nc}.
 */
@NullMarked
package dev.weft.samples.echo;

import org.jspecify.annotations.NullMarked;
