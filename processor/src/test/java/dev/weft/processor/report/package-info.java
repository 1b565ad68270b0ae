// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.weft.processor.report;

import org.jspecify.annotations.NullMarked;
