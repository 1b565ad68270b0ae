// SPDX-License-Identifier: Apache-2.0
/**
 * Dumps from outside of the program: by JMX, and from a shell.
 *
 * <p>In come the requests of operators; out go the dumps of all loops that run. It needs the
 * modules {@code java.management} and, for the command, {@code jdk.attach}; nothing else in Weft
 * does, and nothing in Weft refers to this package, so a program that nobody asks never loads it.
 */
@NullMarked
package dev.weft.management;

import org.jspecify.annotations.NullMarked;
