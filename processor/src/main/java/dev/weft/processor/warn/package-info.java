// SPDX-License-Identifier: Apache-2.0
/**
 * Warning: classes come in as javac has just attributed them, those without any mention of Weft
 * too; nothing goes out but warnings about what compiles and is a mistake all the same.
 *
 * <p>The trees are the user's own. Once javac has attributed a class, asking for what is known of
 * it changes nothing; the package must not look at any other, and knows nothing of machines.
 */
@NullMarked
package dev.weft.processor.warn;

import org.jspecify.annotations.NullMarked;
