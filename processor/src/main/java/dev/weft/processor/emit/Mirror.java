// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import dev.weft.processor.graph.Member;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * A nested class of the machine that declares what the machine names of {@code host} and Java
 * forbids it to name. The linker puts the host in its place.
 */
final class Mirror {
  private final TypeElement host;
  private final String name;
  private final List<Member> members = new ArrayList<>();
  private boolean isReached;

  Mirror(TypeElement host, String name) {
    this.host = host;
    this.name = name;
  }

  void add(Member member, boolean hasReceiver) {
    isReached |= hasReceiver;
    if (!members.contains(member)) {
      members.add(member);
    }
  }

  TypeElement host() {
    return host;
  }

  /** Its simple name. */
  String name() {
    return name;
  }

  /** In the order of their first use. */
  List<Member> members() {
    return members;
  }

  /** Whether the machine reaches any member through an instance. */
  boolean isReached() {
    return isReached;
  }

  /** Whether the mirror declares {@code member} as static. */
  static boolean isStatic(Member member) {
    return switch (member.kind()) {
      case CONSTRUCTOR -> true;
      case OUTER -> false;
      default -> member.element().getModifiers().contains(Modifier.STATIC);
    };
  }
}
