// SPDX-License-Identifier: Apache-2.0
/**
 * Pictures for people: a printed machine and the layout that it was printed from come in; diagrams
 * and a page of HTML go out, as text. The package knows neither javac's trees nor class files, and
 * nothing else of the compiler depends on it; with the same input it writes the same bytes.
 */
@NullMarked
package dev.weft.processor.report;

import org.jspecify.annotations.NullMarked;
