// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Compiles in memory, with Weft as javac would find it on the processor path. */
final class Woven {
  private Woven() {}

  static Compilation compile(JavaFileObject source, String... options) {
    return Compiler.javac()
        .withProcessors(new WeftProcessor(), new WeftProcessor.Claiming())
        .withOptions((Object[]) options)
        .compile(source);
  }

  static Set<String> codes(Compilation compilation) {
    Set<String> codes = new TreeSet<>();
    compilation.diagnostics().forEach(diagnostic -> codes.add(code(diagnostic)));
    return codes;
  }

  /** The code of one of Weft's diagnostics; the whole text of any other. */
  static String code(Diagnostic<?> diagnostic) {
    String text = diagnostic.getMessage(Locale.ROOT);
    return text.matches("(?s)WEFT\\d{3}: .*") ? text.substring(0, 7) : text;
  }
}
