// SPDX-License-Identifier: Apache-2.0
/**
 * The echo server over real sockets: with many clients, rude clients, and clients of other makers.
 */
@NullMarked
package dev.weft.samples.echo;

import org.jspecify.annotations.NullMarked;
