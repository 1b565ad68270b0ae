// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.link;

import dev.weft.processor.emit.Linkage;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.tree.ClassNode;

/**
 * The machines whose owners are of one nest: all that must have been written before any of it can
 * be linked.
 */
final class Nest {
  private final String host;
  private final List<Linkage> linkages;
  private final Set<String> roots;
  private final Set<String> expected = new HashSet<>();
  private boolean membersKnown;

  Nest(String host, List<Linkage> linkages) {
    this.host = host;
    this.linkages = List.copyOf(linkages);
    expected.add(host);
    for (Linkage linkage : linkages) {
      expected.add(linkage.machine());
    }
    roots = Set.copyOf(expected);
  }

  String host() {
    return host;
  }

  /** The host and the machines, which name all other classes of the nest. */
  Set<String> roots() {
    return roots;
  }

  List<Linkage> linkages() {
    return linkages;
  }

  /**
   * Whether the owners' whole nest and each machine with the classes inside it have been written.
   */
  boolean isComplete(ClassFiles files) throws IOException {
    if (!membersKnown && files.haveBeenGenerated(expected)) {
      // Anonymous and local classes are known by nobody but the class files.
      for (String root : roots) {
        expected.addAll(members(files.readDeclarations(root)));
      }
      membersKnown = true;
    }
    return membersKnown && files.haveBeenGenerated(expected);
  }

  static List<String> members(ClassNode nestHost) {
    return nestHost.nestMembers == null ? List.of() : List.copyOf(nestHost.nestMembers);
  }
}
