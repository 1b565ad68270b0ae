// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.link;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.annotation.processing.Filer;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** One class file, wherever the compiler's file manager has put it. */
sealed interface ClassFile {
  byte[] read() throws IOException;

  void write(byte[] bytes) throws IOException;

  void delete() throws IOException;

  /**
   * A file proper. It is written past the {@link Filer}, which would count as a clash with the file
   * that javac has written, and as a whole: whoever reads it sees the old one or the new one.
   */
  record OnDisk(Path path) implements ClassFile {
    @Override
    public byte[] read() throws IOException {
      return Files.readAllBytes(path);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      Path whole = path.resolveSibling(path.getFileName() + ".weft");
      try {
        Files.write(whole, bytes);
        try {
          Files.move(whole, path, ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
          Files.move(whole, path, REPLACE_EXISTING);
        }
      } finally {
        Files.deleteIfExists(whole);
      }
    }

    @Override
    public void delete() throws IOException {
      Files.deleteIfExists(path);
    }
  }

  /** A file that only the file manager knows, in memory for example. It can be written once. */
  record Managed(Filer filer, FileObject file, String moduleAndPackage, String name)
      implements ClassFile {
    @Override
    public byte[] read() throws IOException {
      try (InputStream in = file.openInputStream()) {
        return in.readAllBytes();
      }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      FileObject written =
          filer.createResource(StandardLocation.CLASS_OUTPUT, moduleAndPackage, name);
      try (OutputStream out = written.openOutputStream()) {
        out.write(bytes);
      }
    }

    @Override
    public void delete() {
      // A file manager without deletion keeps a class that nothing names any more.
      file.delete();
    }
  }
}
