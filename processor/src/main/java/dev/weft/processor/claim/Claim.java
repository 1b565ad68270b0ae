// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.claim;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import dev.weft.processor.attribute.AttributedUnit;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * An {@code @Async} method and the source file that is reserved for its machine.
 *
 * <p>It outlives the round in which it was made, so it keeps no element: those are of one round
 * only. What stays is the place of the method in its file.
 *
 * @param owner the qualified name of the class that declares the method
 * @param method the method's name
 * @param source the user's file
 * @param offset where the method's declaration starts in it
 * @param machine the qualified name of the machine's class
 * @param file where the machine is to be written
 */
public record Claim(
    String owner,
    String method,
    JavaFileObject source,
    long offset,
    String machine,
    JavaFileObject file) {

  /** The method in the attributed copy of its file; empty if this is another file. */
  public Optional<MethodTree> in(AttributedUnit unit) {
    if (!unit.original().getSourceFile().equals(source)) {
      return Optional.empty();
    }
    Search search = new Search(unit);
    search.scan(unit.tree(), null);
    return Optional.ofNullable(search.found);
  }

  /**
   * Writes the machine, which has to be whole: javac compiles what is in the file when processing
   * ends.
   */
  public void write(CharSequence text) throws IOException {
    try (Writer writer = file.openWriter()) {
      writer.append(text);
    }
  }

  /**
   * Gives up the reservation, and leaves a file without a class: if it were left unwritten, javac
   * would warn of it ("unclosed files").
   */
  public void abandon() throws IOException {
    write("// No machine: the compilation of " + owner + "." + method + " has errors.\n");
  }

  private final class Search extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final AttributedUnit unit;
    @Nullable MethodTree found;

    Search(AttributedUnit unit) {
      this.unit = unit;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
      int start = unit.start(tree);
      // The name too: members that were added to the copy have no offset of their own.
      if (start >= 0
          && unit.originalOffset(start) == offset
          && tree.getName().contentEquals(method)) {
        found = tree;
      }
      return super.visitMethod(tree, null);
    }
  }
}
