// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.warn;

import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.weft.processor.diagnostic.Message;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * What {@code @SuppressWarnings("weft:...")} keeps from being said. Declarations are entered and
 * left as the walk comes to them; what holds for one holds for all inside it.
 */
final class Suppressions {
  private static final String PREFIX = "weft:";
  private static final String ALL = PREFIX + "all";

  private final AnalysedClasses classes;

  /** The keys at the declarations around the present place. */
  private final Deque<Set<String>> around = new ArrayDeque<>();

  Suppressions(AnalysedClasses classes) {
    this.classes = classes;
  }

  /**
   * Comes to a declaration.
   *
   * @param declared what is declared; null if it has no annotation
   */
  void enter(@Nullable Element declared, ModifiersTree modifiers) {
    SuppressWarnings annotation =
        declared == null ? null : declared.getAnnotation(SuppressWarnings.class);
    List<String> keys = annotation == null ? List.of() : Arrays.asList(annotation.value());
    around.push(Set.copyOf(keys));
    for (String key : keys) {
      if (key.startsWith(PREFIX) && !isKnown(key)) {
        String known = String.join(", ", topics());
        warn(Message.UNKNOWN_SUPPRESSION, place(key, modifiers), key, known);
      }
    }
  }

  void leave() {
    around.pop();
  }

  /** Reports at a tree that is being walked through. */
  void warn(Message message, Tree tree, Object... arguments) {
    if (!cover(message)) {
      classes.report(message, tree, arguments);
    }
  }

  /** Whether a message is not to be given here. */
  boolean cover(Message message) {
    return around.stream()
        .anyMatch(
            keys ->
                keys.contains(ALL)
                    || keys.contains(PREFIX + message.topic())
                    || keys.contains(PREFIX + message.code()));
  }

  private static boolean isKnown(String key) {
    return topics().contains(key)
        || Arrays.stream(Message.values())
            .anyMatch(message -> message.topic() != null && key.equals(PREFIX + message.code()));
  }

  private static Set<String> topics() {
    Set<String> topics = new TreeSet<>(Set.of(ALL));
    for (Message message : Message.values()) {
      if (message.topic() != null) {
        topics.add(PREFIX + message.topic());
      }
    }
    return topics;
  }

  /** Where a key is written; the annotations as a whole if it is a constant from elsewhere. */
  private static Tree place(String key, ModifiersTree modifiers) {
    Tree[] found = {modifiers};
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitLiteral(LiteralTree tree, @Nullable Void unused) {
        if (key.equals(tree.getValue())) {
          found[0] = tree;
        }
        return null;
      }
    }.scan(modifiers.getAnnotations(), null);
    return found[0];
  }
}
