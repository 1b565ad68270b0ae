// SPDX-License-Identifier: Apache-2.0
/** A selector provider that calls Linux by the foreign-function API. */
module dev.weft.epoll {
  // Not transitive: who compiles against this need not have it.
  requires static org.jspecify;

  exports dev.weft.epoll;
}
