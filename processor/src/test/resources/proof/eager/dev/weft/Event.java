// SPDX-License-Identifier: Apache-2.0
package dev.weft;

/** A request, which here must be a {@code Callable} as well. */
public interface Event<T> {}
