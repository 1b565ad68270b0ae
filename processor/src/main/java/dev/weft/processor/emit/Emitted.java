// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

/**
 * One machine.
 *
 * @param source the text of its source file
 * @param linkage what the linker is to do once it is compiled
 * @param isDivided whether it was too large for one method, and a part of it may still be
 */
public record Emitted(String source, Linkage linkage, boolean isDivided) {}
