// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.util.function.Supplier;
import javax.tools.SimpleJavaFileObject;
import org.jspecify.annotations.Nullable;

/** A header class file, written when it is first read. */
final class HeaderFile extends SimpleJavaFileObject {
  private final String binaryName;
  private final Supplier<byte[]> writer;
  private byte @Nullable [] bytes;

  HeaderFile(String binaryName, Supplier<byte[]> writer) {
    super(URI.create("weft:///" + binaryName.replace('.', '/') + ".class"), Kind.CLASS);
    this.binaryName = binaryName;
    this.writer = writer;
  }

  String binaryName() {
    return binaryName;
  }

  @Override
  public InputStream openInputStream() {
    if (bytes == null) {
      bytes = writer.get();
    }
    return new ByteArrayInputStream(bytes);
  }
}
