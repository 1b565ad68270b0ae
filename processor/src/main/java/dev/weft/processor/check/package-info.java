// SPDX-License-Identifier: Apache-2.0
/**
 * Checking: attributed files come in; nothing goes out but errors about what is done there with
 * {@code await}, {@code done} and {@code emit}. What lowering cannot translate yet is not checked
 * here: only lowering knows.
 */
@NullMarked
package dev.weft.processor.check;

import org.jspecify.annotations.NullMarked;
