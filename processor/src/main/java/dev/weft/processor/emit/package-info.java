// SPDX-License-Identifier: Apache-2.0
/**
 * Emission: a {@link dev.weft.processor.graph.Graph} and its layout come in; the text of the
 * machine and the {@link dev.weft.processor.emit.Linkage} that the linker needs go out. The only
 * package that knows JavaPoet; it knows neither javac's trees nor class files.
 */
@NullMarked
package dev.weft.processor.emit;

import org.jspecify.annotations.NullMarked;
