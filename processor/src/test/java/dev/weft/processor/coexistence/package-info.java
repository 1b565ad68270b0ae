// SPDX-License-Identifier: Apache-2.0
/**
 * Weft in other people's builds: what it leaves alone, whom it gets on with, and under which
 * settings of javac it works. Here javac finds Weft as it would in such a build, on its processor
 * path.
 */
@NullMarked
package dev.weft.processor.coexistence;

import org.jspecify.annotations.NullMarked;
