// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The methods that javac made of the lambdas in a body that is about to go, and of those inside
 * them. They are dropped if nothing that stays refers to them; javac lets equal lambdas share one
 * method.
 */
final class OrphanedLambdas {
  static final String DESERIALIZE = "$deserializeLambda$";

  private final ClassNode owner;
  private final Map<String, MethodNode> lambdas = new HashMap<>();
  private final Set<MethodNode> suspects = new LinkedHashSet<>();

  OrphanedLambdas(ClassNode owner) {
    this.owner = owner;
    for (MethodNode method : owner.methods) {
      if (isLambda(method)) {
        lambdas.put(method.name + method.desc, method);
      }
    }
  }

  /** Whether javac made the method of a lambda, or to deserialize lambdas. */
  static boolean isLambda(MethodNode method) {
    int flags = Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC;
    boolean isNamedSo = method.name.startsWith("lambda$") || method.name.equals(DESERIALIZE);
    return isNamedSo && (method.access & flags) == flags;
  }

  /** To be called before the body is replaced. */
  void bodyGoes(MethodNode method) {
    suspects.addAll(reachableLambdas(List.of(method)));
  }

  /** To be called when all bodies that go are gone. */
  void drop() {
    List<MethodNode> staying = new ArrayList<>(owner.methods);
    staying.removeAll(suspects);
    suspects.removeAll(reachableLambdas(staying));
    owner.methods.removeAll(suspects);
  }

  private Set<MethodNode> reachableLambdas(Collection<MethodNode> from) {
    Set<MethodNode> reached = new LinkedHashSet<>();
    Deque<MethodNode> toVisit = new ArrayDeque<>(from);
    while (!toVisit.isEmpty()) {
      for (String name : MethodReferences.in(toVisit.pop(), owner.name)) {
        MethodNode lambda = lambdas.get(name);
        if (lambda != null && reached.add(lambda)) {
          toVisit.push(lambda);
        }
      }
    }
    return reached;
  }
}
