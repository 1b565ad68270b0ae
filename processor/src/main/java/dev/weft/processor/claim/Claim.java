// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.claim;

import java.io.IOException;
import java.io.Writer;
import javax.tools.JavaFileObject;

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
 * @param seesGenerated whether a class beside the owner can name {@code @Generated}
 */
public record Claim(
    String owner,
    String method,
    JavaFileObject source,
    long offset,
    String machine,
    JavaFileObject file,
    boolean seesGenerated) {

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
}
