// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

/** A unit of the outer compiler and what other processors changed in it. */
record ChangedUnit(OuterUnit outer, SourceEdits edits) {
  String text() {
    return edits.apply(outer.text());
  }

  TextFile file() {
    return new TextFile(outer.file(), text());
  }
}
