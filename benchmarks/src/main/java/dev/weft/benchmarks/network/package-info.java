// SPDX-License-Identifier: Apache-2.0
/**
 * Echo servers, and what they cost under load. In comes a connection; out goes every byte of it, in
 * order.
 *
 * <p>Each server is a program of its own, {@code <port> [loops]}: plain bytes, one buffer of 16 KiB
 * for each connection unless the peer has its own way, {@code TCP_NODELAY}, no allocation per
 * message where that can be had. The suites start them, one at a time, on a core of their own.
 */
@NullMarked
package dev.weft.benchmarks.network;

import org.jspecify.annotations.NullMarked;
