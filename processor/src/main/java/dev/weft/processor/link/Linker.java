// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.link;

import static java.util.stream.Collectors.joining;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import dev.weft.processor.diagnostic.Reporter;
import dev.weft.processor.emit.Linkage;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Hears which class files javac has written, and links each nest of classes as soon as it is
 * complete. A nest is linked as a whole, since a file manager may let a processor write each file
 * only once.
 *
 * <p>If the compile fails, some classes are never written and their nests are silently left alone.
 */
public final class Linker implements TaskListener {
  private final Elements elements;
  private final Reporter reporter;
  private final Consumer<Linkage> refused;
  private final ClassFiles files;

  /** The nests that are not complete yet, by the names of their hosts and machines. */
  private final Map<String, Nest> waiting = new HashMap<>();

  private Linker(ProcessingEnvironment environment, Reporter reporter, Consumer<Linkage> refused) {
    this.reporter = reporter;
    this.refused = refused;
    elements = environment.getElementUtils();
    files = new ClassFiles(environment.getFiler(), elements);
  }

  /**
   * Arranges that these machines are linked during the rest of this compile. To be called in the
   * last round.
   *
   * @param environment javac's own environment, not a wrapper of it
   * @param refused is told of each machine that javac would not write, though it has written the
   *     owner
   */
  public static void install(
      ProcessingEnvironment environment,
      Collection<Linkage> linkages,
      Reporter reporter,
      Consumer<Linkage> refused) {
    Linker linker = new Linker(environment, reporter, refused);
    Map<String, List<Linkage>> nests = new LinkedHashMap<>();
    for (Linkage linkage : linkages) {
      nests.computeIfAbsent(linkage.nestHost(), host -> new ArrayList<>()).add(linkage);
    }
    nests.forEach(
        (host, members) -> {
          Nest nest = new Nest(host, members);
          nest.roots().forEach(root -> linker.waiting.put(root, nest));
        });
    if (!linker.waiting.isEmpty()) {
      JavacTask.instance(environment).addTaskListener(linker);
    }
  }

  @Override
  public void finished(TaskEvent event) {
    TypeElement type = event.getTypeElement();
    if (event.getKind() != TaskEvent.Kind.GENERATE || type == null || waiting.isEmpty()) {
      return;
    }
    String name = elements.getBinaryName(type).toString().replace('.', '/');
    files.generated(name, type, event.getSourceFile());
    Nest nest = nestOf(name);
    if (nest != null && linkIfComplete(nest)) {
      waiting.keySet().removeAll(nest.roots());
    }
  }

  /** The nest that a class belongs to: its own name or that of a class around it says so. */
  private @Nullable Nest nestOf(String name) {
    Nest nest = waiting.get(name);
    int dollar = name.lastIndexOf('$');
    return nest == null && dollar > 0 ? nestOf(name.substring(0, dollar)) : nest;
  }

  private boolean linkIfComplete(Nest nest) {
    try {
      if (!nest.isComplete(files)) {
        return false;
      }
      NestLinking.run(nest, files);
    } catch (FileNotFoundException e) {
      // The event comes even for a class that javac has refused, as "code too large", and not
      // written. If nothing at all was written, though, it is not javac that has failed.
      if (!files.exists(nest.host())) {
        report(nest, e);
      } else {
        nest.linkages().stream().filter(l -> !files.exists(l.machine())).forEach(refused);
        reporter.flush();
      }
    } catch (IOException | RuntimeException | LinkageError e) {
      report(nest, e);
    }
    return true;
  }

  private void report(Nest nest, Throwable cause) {
    reporter.internal(failure(nest, cause));
    reporter.flush();
  }

  private static Throwable failure(Nest nest, Throwable cause) {
    String methods =
        nest.linkages().stream()
            .map(linkage -> linkage.owner().replace('/', '.') + "." + linkage.method())
            .collect(joining(", "));
    Throwable failure = new IllegalStateException("could not link " + methods + ": " + cause);
    failure.setStackTrace(cause.getStackTrace());
    return failure;
  }
}
