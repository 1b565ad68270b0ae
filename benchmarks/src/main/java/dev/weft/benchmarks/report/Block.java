// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.report;

/** What stands between two markers of a page. */
interface Block {
  /** Its name in the marker. */
  String name();

  /** Markdown, with a line feed at its end. */
  String render(Samples samples);
}
