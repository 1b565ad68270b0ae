// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Changes of a text, which remember where each offset of the new text was in the old one. */
final class SourceEdits {
  /** One change. If the replacement is a printed tree, that tree is known as {@code printed}. */
  record Edit(int start, int end, String replacement, @Nullable Tree printed) {}

  private final List<Edit> edits = new ArrayList<>();
  private final NavigableMap<Integer, Integer> anchors = new TreeMap<>();

  boolean isEmpty() {
    return edits.isEmpty();
  }

  void insert(int offset, String text) {
    edits.add(new Edit(offset, offset, text, null));
  }

  /** Replaces a part by the text of a tree. A part of what was replaced before is left alone. */
  void replace(int start, int end, @Nullable Tree printed, String text) {
    if (edits.stream().noneMatch(edit -> edit.start < end && start < edit.end)) {
      edits.add(new Edit(start, end, text, printed));
    }
  }

  /** The new text. */
  String apply(String text) {
    edits.sort(Comparator.comparingInt(Edit::start));
    StringBuilder out = new StringBuilder();
    int last = 0;
    for (Edit edit : edits) {
      out.append(text, last, edit.start).append(edit.replacement);
      last = edit.end;
    }
    return out.append(text, last, text.length()).toString();
  }

  /** The changes, by the offset where each begins in the new text. */
  NavigableMap<Integer, Edit> byNewOffset() {
    NavigableMap<Integer, Edit> found = new TreeMap<>();
    int shift = 0;
    for (Edit edit : edits) {
      found.put(edit.start + shift, edit);
      shift += growth(edit);
    }
    return found;
  }

  /** Tells where something inside a replacement comes from. */
  void anchor(int newOffset, int originalOffset) {
    anchors.put(newOffset, originalOffset);
  }

  int originalOffset(int newOffset) {
    int shift = 0;
    for (Edit edit : edits) {
      int start = edit.start + shift;
      if (newOffset < start) {
        break;
      }
      if (newOffset < start + edit.replacement.length()) {
        var anchor = anchors.floorEntry(newOffset);
        return anchor != null && anchor.getKey() >= start ? anchor.getValue() : edit.start;
      }
      shift += growth(edit);
    }
    return newOffset - shift;
  }

  private static int growth(Edit edit) {
    return edit.replacement.length() - (edit.end - edit.start);
  }
}
