// SPDX-License-Identifier: Apache-2.0
/** The first steps print what they say they print. */
@NullMarked
package dev.weft.samples.hello;

import org.jspecify.annotations.NullMarked;
