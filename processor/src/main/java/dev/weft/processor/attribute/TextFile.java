// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import java.net.URI;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** The text of a compilation unit, for the nested compiler. */
final class TextFile extends SimpleJavaFileObject {
  private final JavaFileObject original;
  private final String text;

  TextFile(JavaFileObject original, String text) {
    super(uri(original), Kind.SOURCE);
    this.original = original;
    this.text = text;
  }

  /** An opaque one, such as {@code jar:file:...}, has no path, which the base class insists on. */
  private static URI uri(JavaFileObject original) {
    URI uri = original.toUri();
    return uri.getPath() != null ? uri : URI.create("weft:///Unit.java");
  }

  @Override
  public boolean isNameCompatible(String simpleName, Kind kind) {
    return original.isNameCompatible(simpleName, kind);
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
