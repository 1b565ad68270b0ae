// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.proof;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What one run of javac gave.
 *
 * @param classes by binary name
 * @param sources the generated sources, by qualified name
 * @param output what was printed past the diagnostics: javac's own crash, as a rule
 */
public record Compiled(
    Map<String, byte[]> classes,
    Map<String, String> sources,
    List<Message> messages,
    String output) {

  /**
   * A diagnostic.
   *
   * @param unit the simple name of the compilation unit, or empty
   */
  public record Message(Diagnostic.Kind kind, String unit, long line, String code, String text) {
    static Message of(Diagnostic<? extends JavaFileObject> d) {
      String path = d.getSource() == null ? "" : d.getSource().toUri().getPath();
      String unit = path.substring(path.lastIndexOf('/') + 1).replace(".java", "");
      return new Message(
          d.getKind(),
          unit,
          d.getLineNumber(),
          String.valueOf(d.getCode()),
          d.getMessage(Locale.ROOT));
    }

    boolean isError() {
      return kind == Diagnostic.Kind.ERROR;
    }

    boolean isWarning() {
      return kind == Diagnostic.Kind.WARNING || kind == Diagnostic.Kind.MANDATORY_WARNING;
    }

    @Override
    public String toString() {
      return kind + " " + unit + ":" + line + " " + text;
    }
  }

  /** Compiles with all lint switched on. The class path is that of the tests. */
  public static Compiled of(Map<String, String> units, List<Processor> processors) {
    return of(units, processors, List.of("-g"));
  }

  static Compiled of(
      Map<String, String> units, List<Processor> processors, List<String> furtherOptions) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    List<Message> messages = new ArrayList<>();
    StandardJavaFileManager standard =
        javac.getStandardFileManager(d -> messages.add(Message.of(d)), Locale.ROOT, null);
    MemoryFiles files = new MemoryFiles(standard);
    List<JavaFileObject> sources = new ArrayList<>();
    units.forEach((path, text) -> sources.add(MemoryFiles.source(path, text)));
    // processing: with any processor at all, javac warns of annotations that none claims.
    List<String> options = new ArrayList<>(List.of("-Xlint:all,-processing", "-Xmaxerrs", "10000"));
    options.addAll(List.of("-Xmaxwarns", "10000"));
    options.addAll(furtherOptions);
    if (processors.isEmpty()) {
      options.add("-proc:none");
    }
    StringWriter output = new StringWriter();
    JavaCompiler.CompilationTask task =
        javac.getTask(output, files, d -> messages.add(Message.of(d)), options, null, sources);
    if (!processors.isEmpty()) {
      task.setProcessors(processors);
    }
    try {
      boolean done = task.call();
      if (!done && messages.stream().noneMatch(Message::isError)) {
        messages.add(new Message(Diagnostic.Kind.ERROR, "", 0, "crash", firstLines(output)));
      }
    } catch (RuntimeException | Error crash) {
      crash.printStackTrace(new PrintWriter(output, true));
      messages.add(new Message(Diagnostic.Kind.ERROR, "", 0, "crash", crash.toString()));
    }
    return new Compiled(files.classes(), files.sources(), List.copyOf(messages), output.toString());
  }

  private static String firstLines(StringWriter output) {
    return output.toString().lines().limit(6).collect(Collectors.joining("\n"));
  }

  public List<Message> errors() {
    return messages.stream().filter(Message::isError).toList();
  }
}
