// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute.headers;

import java.util.List;
import java.util.function.Consumer;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** A class file that has all declarations of a class, private ones too, and none of its code. */
public final class HeaderClass {
  private HeaderClass() {}

  /**
   * Writes the class file of one class; the classes nested in it are to be written by themselves.
   *
   * @param initialises whether the class has a static initializer, which no element tells
   * @param mentions hears the internal names of the classes that it mentions
   */
  public static byte[] write(
      TypeElement type,
      boolean initialises,
      Elements elements,
      Types types,
      Consumer<String> mentions) {
    Signatures signatures = new Signatures(elements, types);
    byte[] bytes = new HeaderWriter(signatures).write(type, initialises);
    List.copyOf(signatures.mentioned()).stream().map(signatures::internalName).forEach(mentions);
    return bytes;
  }
}
