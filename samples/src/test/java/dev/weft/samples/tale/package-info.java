// SPDX-License-Identifier: Apache-2.0
/** Each chapter tells what it says it tells, and steps into none of the known traps. */
@NullMarked
package dev.weft.samples.tale;

import org.jspecify.annotations.NullMarked;
