// SPDX-License-Identifier: Apache-2.0
/**
 * What a loop's tasks were doing at one moment, as values.
 *
 * <p>In come the facts, as {@link dev.weft.Loop#dump} found them; out go a text for people and JSON
 * for tools. Nothing here knows a loop, a task or a machine, so a dump keeps none of them alive.
 */
@NullMarked
package dev.weft.dump;

import org.jspecify.annotations.NullMarked;
