// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.weft.processor;

import org.jspecify.annotations.NullMarked;
