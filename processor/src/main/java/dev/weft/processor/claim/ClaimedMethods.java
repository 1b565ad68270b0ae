// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.claim;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import dev.weft.processor.attribute.AttributedUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the claimed methods of a file in its attributed copy, all in one walk. */
final class ClaimedMethods extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final AttributedUnit unit;
  private final Map<String, MethodTree> methods = new HashMap<>();

  private ClaimedMethods(AttributedUnit unit) {
    this.unit = unit;
  }

  /** The methods of those claims that are found, in the order of the claims. */
  static Map<Claim, MethodTree> in(AttributedUnit unit, List<Claim> claims) {
    ClaimedMethods found = new ClaimedMethods(unit);
    found.scan(unit.tree(), null);
    Map<Claim, MethodTree> methods = new LinkedHashMap<>();
    for (Claim claim : claims) {
      MethodTree method = found.methods.get(place(claim.offset(), claim.method()));
      if (method != null) {
        methods.put(claim, method);
      }
    }
    return methods;
  }

  /** The name too: members that were added to the copy have no offset of their own. */
  private static String place(long offset, String name) {
    return offset + name;
  }

  @Override
  public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
    int start = unit.start(tree);
    if (start >= 0) {
      methods.put(place(unit.originalOffset(start), tree.getName().toString()), tree);
    }
    return super.visitMethod(tree, null);
  }
}
