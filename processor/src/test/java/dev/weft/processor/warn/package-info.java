// SPDX-License-Identifier: Apache-2.0
/** Tests of the list of blocking calls. What is said of them, marked sources test. */
@NullMarked
package dev.weft.processor.warn;

import org.jspecify.annotations.NullMarked;
