// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.link;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import dev.weft.processor.emit.Linkage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The anonymous and local classes that a machine's code declares. Of the same text javac has made a
 * class in the user's method, which goes: each takes the place of that one, with its name.
 *
 * <pre>{@code
 * Echo_echo$1    becomes    Echo$1    // new Runnable() {...} in the text of Echo.echo
 * }</pre>
 *
 * <p>So {@code getClass()} says what it would without Weft, debuggers find the lines, and no class
 * is left that nobody uses. Two classes are of the same text if they look the same from outside and
 * are on the same lines; where more than one look so, they are paired in the order in which javac
 * has numbered them, which is the order of the text.
 */
final class BodyClasses {
  /** What does not depend on how javac has numbered a class, nor on what it captures. */
  private record Shape(
      String superclass, List<String> interfaces, List<String> members, TreeSet<Integer> lines) {}

  private final Linkage linkage;
  private final Mirrors mirrors;
  private final Pattern numbered;

  private BodyClasses(Linkage linkage, Mirrors mirrors) {
    this.linkage = linkage;
    this.mirrors = mirrors;
    String either = Pattern.quote(linkage.machine()) + "|" + Pattern.quote(linkage.owner());
    this.numbered = Pattern.compile("(" + either + ")(\\$\\d+)+");
  }

  /**
   * Finds the places.
   *
   * @param classes those in the machine, with the user's lines
   * @param owners where the user's are
   * @return the class whose place it takes, by name; without those that have none
   */
  static Map<String, ClassNode> places(
      Collection<ClassNode> classes, Linkage linkage, Mirrors mirrors, NestClasses owners) {
    return new BodyClasses(linkage, mirrors).places(classes, owners);
  }

  private Map<String, ClassNode> places(Collection<ClassNode> classes, NestClasses owners) {
    Map<String, ClassNode> places = new HashMap<>();
    if (classes.isEmpty()) {
      return places;
    }
    Map<Shape, List<ClassNode>> theirs = byShape(candidates(owners));
    byShape(classes)
        .forEach(
            (shape, same) -> {
              List<ClassNode> found = theirs.getOrDefault(shape, List.of());
              for (int i = 0; found.size() == same.size() && i < same.size(); i++) {
                places.put(same.get(i).name, found.get(i));
              }
            });
    return places;
  }

  private List<ClassNode> candidates(NestClasses owners) {
    List<ClassNode> candidates = new ArrayList<>();
    for (String name : Nest.members(owners.look(linkage.nestHost()))) {
      boolean isNumbered =
          name.startsWith(linkage.owner() + "$")
              && Character.isDigit(name.charAt(linkage.owner().length() + 1));
      if (isNumbered && !mirrors.targets().contains(name)) {
        candidates.add(owners.look(name));
      }
    }
    return candidates;
  }

  private Map<Shape, List<ClassNode>> byShape(Collection<ClassNode> classes) {
    return classes.stream()
        .filter(node -> (node.access & Opcodes.ACC_SYNTHETIC) == 0) // javac's own
        .sorted(
            comparingInt((ClassNode node) -> node.name.length()).thenComparing(node -> node.name))
        .collect(groupingBy(this::shape, LinkedHashMap::new, toCollection(ArrayList::new)));
  }

  private Shape shape(ClassNode node) {
    UnaryOperator<String> plain =
        text -> numbered.matcher(mirrors.descriptor(text)).replaceAll("#");
    List<String> members = new ArrayList<>();
    TreeSet<Integer> lines = new TreeSet<>();
    for (MethodNode method : node.methods) {
      boolean isConstructor = method.name.equals("<init>");
      if ((method.access & Opcodes.ACC_SYNTHETIC) == 0) {
        members.add(isConstructor ? method.name : method.name + plain.apply(method.desc));
      }
      if (!isConstructor) { // which is on the line of the statement, or on that of the expression
        addLines(method, lines);
      }
    }
    return new Shape(
        plain.apply("L" + node.superName + ";"),
        node.interfaces.stream().map(name -> plain.apply("L" + name + ";")).toList(),
        members,
        lines);
  }

  private static void addLines(MethodNode method, Set<Integer> lines) {
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof LineNumberNode entry) {
        lines.add(entry.line);
      }
    }
  }
}
