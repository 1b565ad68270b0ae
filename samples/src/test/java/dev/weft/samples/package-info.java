// SPDX-License-Identifier: Apache-2.0
/** What the tests of the samples share. */
@NullMarked
package dev.weft.samples;

import org.jspecify.annotations.NullMarked;
