// SPDX-License-Identifier: Apache-2.0
/**
 * Linux's epoll and sockets behind the JDK's own interface for such things, {@link
 * java.nio.channels.spi.SelectorProvider}.
 *
 * <p>In come the calls of {@link java.nio.channels.Selector} and of the channels; out go system
 * calls, as few as there can be. Nothing here knows of Weft: a loop is given the provider, as any
 * other program may be.
 */
@NullMarked
package dev.weft.epoll;

import org.jspecify.annotations.NullMarked;
