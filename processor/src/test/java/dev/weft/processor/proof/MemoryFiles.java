// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.proof;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a compiler writes in memory; the class path and the platform are the standard file
 * manager's.
 */
final class MemoryFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
  private final Map<URI, Memory> files = new LinkedHashMap<>();

  MemoryFiles(StandardJavaFileManager standard) {
    super(standard);
  }

  /** A source to compile. */
  static JavaFileObject source(String path, String text) {
    return new SimpleJavaFileObject(URI.create("mem:///source/" + path), Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  /** The classes that were written, by binary name. */
  Map<String, byte[]> classes() {
    Map<String, byte[]> classes = new TreeMap<>();
    files.forEach(
        (uri, file) -> {
          String path = uri.getPath();
          if (path.startsWith("/CLASS_OUTPUT/") && path.endsWith(".class") && file.isWritten()) {
            String name =
                path.substring("/CLASS_OUTPUT/".length(), path.length() - ".class".length());
            classes.put(name.replace('/', '.'), file.bytes());
          }
        });
    return classes;
  }

  /** The sources that processors wrote, by qualified name. */
  Map<String, String> sources() {
    Map<String, String> sources = new TreeMap<>();
    files.forEach(
        (uri, file) -> {
          String path = uri.getPath();
          if (path.endsWith(".java") && file.isWritten()) {
            String name = path.substring(path.indexOf('/', 1) + 1, path.length() - 5);
            sources.put(name.replace('/', '.'), new String(file.bytes(), StandardCharsets.UTF_8));
          }
        });
    return sources;
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, Kind kind, @Nullable FileObject sibling) {
    return file(location, className.replace('.', '/') + kind.extension, kind);
  }

  @Override
  public FileObject getFileForOutput(
      Location location, String packageName, String relativeName, @Nullable FileObject sibling) {
    return file(location, path(packageName, relativeName), kind(relativeName));
  }

  @Override
  public @Nullable FileObject getFileForInput(
      Location location, String packageName, String relativeName) throws IOException {
    if (location.isOutputLocation()) {
      return files.get(uri(location, path(packageName, relativeName)));
    }
    return super.getFileForInput(location, packageName, relativeName);
  }

  @Override
  public boolean hasLocation(Location location) {
    return location == StandardLocation.CLASS_OUTPUT || super.hasLocation(location);
  }

  @Override
  public boolean isSameFile(FileObject a, FileObject b) {
    // There is one object for each of ours, and javac asks of each new one about all before it.
    return a instanceof Memory || b instanceof Memory ? a == b : a.toUri().equals(b.toUri());
  }

  private JavaFileObject file(Location location, String path, Kind kind) {
    // Where no SOURCE_OUTPUT is set, javac hands generated sources to CLASS_OUTPUT, as it would on
    // disk.
    return files.computeIfAbsent(uri(location, path), uri -> new Memory(uri, kind));
  }

  private static String path(String packageName, String relativeName) {
    return packageName.isEmpty()
        ? relativeName
        : packageName.replace('.', '/') + "/" + relativeName;
  }

  private static URI uri(JavaFileManager.Location location, String path) {
    return URI.create("mem:///" + location.getName() + "/" + path);
  }

  private static Kind kind(String name) {
    for (Kind kind : Kind.values()) {
      if (kind != Kind.OTHER && name.endsWith(kind.extension)) {
        return kind;
      }
    }
    return Kind.OTHER;
  }

  private static final class Memory extends SimpleJavaFileObject {
    private byte @Nullable [] content;

    Memory(URI uri, Kind kind) {
      super(uri, kind);
    }

    boolean isWritten() {
      return content != null;
    }

    byte[] bytes() {
      return content == null ? new byte[0] : content;
    }

    @Override
    public InputStream openInputStream() throws IOException {
      if (content == null) {
        throw new FileNotFoundException(uri.toString());
      }
      return new ByteArrayInputStream(content);
    }

    @Override
    public OutputStream openOutputStream() {
      return new ByteArrayOutputStream() {
        @Override
        public void close() {
          content = toByteArray();
        }
      };
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
      return new String(openInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
