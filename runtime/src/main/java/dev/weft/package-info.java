// SPDX-License-Identifier: Apache-2.0
/** The contract: what users of Weft write against. */
@NullMarked
package dev.weft;

import org.jspecify.annotations.NullMarked;
