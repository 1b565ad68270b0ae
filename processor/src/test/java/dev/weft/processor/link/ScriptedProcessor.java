// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.link;

import com.sun.source.util.Trees;
import dev.weft.processor.diagnostic.Reporter;
import dev.weft.processor.emit.Linkage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;

/**
 * Stands for all phases before the linker: reserves the machines' files at once and writes them in
 * the last round.
 */
final class ScriptedProcessor extends AbstractProcessor {
  private final Map<String, String> machines;
  private final List<Linkage> linkages;
  private final Map<String, JavaFileObject> reserved = new LinkedHashMap<>();

  ScriptedProcessor(Map<String, String> machines, List<Linkage> linkages) {
    this.machines = machines;
    this.linkages = linkages;
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    try {
      if (reserved.isEmpty()) {
        for (String name : machines.keySet()) {
          reserved.put(name, processingEnv.getFiler().createSourceFile(name));
        }
      }
      if (round.processingOver()) {
        for (Map.Entry<String, JavaFileObject> file : reserved.entrySet()) {
          try (Writer writer = file.getValue().openWriter()) {
            writer.write(machines.get(file.getKey()));
          }
        }
        Reporter reporter =
            new Reporter(Trees.instance(processingEnv), processingEnv.getMessager());
        Linker.install(processingEnv, linkages, reporter, refused -> {});
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return false;
  }
}
