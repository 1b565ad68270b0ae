// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import dev.weft.processor.graph.Member;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/** The mirrors that a machine needs: one for each class with a hidden member that it names. */
final class Mirrors {
  private final Map<TypeElement, Mirror> mirrors = new LinkedHashMap<>();
  private final Set<String> taken;

  /**
   * @param taken the simple names in use; a mirror adds its own
   */
  Mirrors(Set<String> taken) {
    this.taken = taken;
  }

  /**
   * Notes that the machine names {@code member}. Returns the mirror's simple name.
   *
   * @param hasReceiver whether something stands left of the dot, which a static member may have too
   */
  String use(Member member, boolean hasReceiver) {
    Mirror mirror = mirrors.computeIfAbsent(member.host(), host -> new Mirror(host, name(host)));
    mirror.add(member, hasReceiver);
    return mirror.name();
  }

  Collection<Mirror> all() {
    return mirrors.values();
  }

  private String name(TypeElement host) {
    String base = host.getSimpleName() + "Private";
    String name = base;
    for (int n = 2; !taken.add(name); n++) {
      name = base + n;
    }
    return name;
  }
}
