// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.coexistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;

/** The sources of Apache Commons Lang, by their paths, which a test may add to. */
final class Library {
  private static final String ANY = "org/apache/commons/lang3/StringUtils.java";

  private final Map<String, String> sources;

  private Library(Map<String, String> sources) {
    this.sources = sources;
  }

  /** Reads them from their jar on the class path. */
  static Library load() {
    URL any = Library.class.getClassLoader().getResource(ANY);
    if (any == null) {
      throw new IllegalStateException("the sources of commons-lang3 are not on the class path");
    }
    Map<String, String> sources = new TreeMap<>();
    try {
      JarFile jar = ((JarURLConnection) any.openConnection()).getJarFile();
      for (var entry : jar.stream().filter(e -> e.getName().endsWith(".java")).toList()) {
        try (InputStream in = jar.getInputStream(entry)) {
          sources.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Library(sources);
  }

  Map<String, String> sources() {
    return sources;
  }

  Library with(String path, String text) {
    Map<String, String> more = new TreeMap<>(sources);
    more.put(path, text);
    return new Library(more);
  }

  /** Puts members in front of the last closing brace of a file. */
  Library withMembers(String path, String members) {
    String text = sources.get(path);
    int end = text.lastIndexOf('}');
    return with(path, text.substring(0, end) + members + text.substring(end));
  }

  void writeTo(Path folder) {
    sources.forEach((path, text) -> Sources.write(folder, path, text));
  }
}
