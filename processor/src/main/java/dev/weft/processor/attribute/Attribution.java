// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Learns the types of compilation units in the last round of annotation processing, by a nested
 * compiler. The outer compiler's trees stay as they are: attributing those would break the user's
 * own compile.
 */
public final class Attribution {
  private final ProcessingEnvironment env;
  private final Set<String> observed = new TreeSet<>();

  private Attribution(ProcessingEnvironment env) {
    this.env = env;
  }

  /**
   * An attribution for one compilation.
   *
   * @throws IllegalArgumentException if the compiler is not javac; the message is for the user
   */
  public static Attribution of(ProcessingEnvironment env) {
    return new Attribution(JavacEnvironment.unwrap(env));
  }

  /**
   * To be called in every round: remembers the names of the classes in source. Those that were
   * never observed are found too if they are mentioned somewhere, but may cost further runs.
   */
  public void observe(RoundEnvironment round) {
    for (Element element : round.getRootElements()) {
      if (element instanceof TypeElement type) {
        observed.add(type.getQualifiedName().toString());
      }
    }
  }

  /**
   * Attributes the compilation units that contain the named classes. To be called in the last
   * round, as only then have all other processors finished.
   *
   * @param ownerNames canonical names of classes in source
   * @throws IllegalArgumentException if there is no source of a class
   */
  public Result attribute(Collection<String> ownerNames) {
    Elements elements = env.getElementUtils();
    Trees trees = Trees.instance(env);
    List<OuterUnit> outer = OuterUnit.of(ownerNames, trees, elements);
    SourceClasses sources = new SourceClasses(elements);
    observed.forEach(sources::add);
    outer.forEach(unit -> unit.classNames().forEach(sources::add));
    Platform java = new Platform(elements);
    KnownClasses known = new KnownClasses(env, trees, sources, java);

    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StandardJavaFileManager platform =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
    try {
      OuterWorld world =
          new OuterWorld(platform, known, classesIn(outer), elements, env.getTypeUtils());
      if (outer.isEmpty()) {
        return new Result(List.of(), List.of(), world);
      }
      List<String> options = new ArrayList<>(LanguageOptions.of(env));
      options.addAll(AddedExports.options(outer, elements, java));
      NestedRuns runs = new NestedRuns(compiler, world, known, options);
      return runs.attribute(outer, trees, elements);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Set<String> classesIn(List<OuterUnit> units) {
    Elements elements = env.getElementUtils();
    Map<String, TypeElement> classes = new LinkedHashMap<>();
    for (OuterUnit unit : units) {
      for (String name : unit.classNames()) {
        TypeElement type = elements.getTypeElement(name);
        if (type != null) {
          SourceClasses.addWithNested(type, elements, classes);
        }
      }
    }
    return classes.keySet();
  }

  /**
   * What the nested compiler found out.
   *
   * <p>Its types may read class files for as long as they are used; {@link #close} lets go of
   * these.
   */
  public static final class Result implements AutoCloseable {
    private final List<AttributedUnit> units;
    private final List<Diagnostic<? extends JavaFileObject>> errors;
    private final OuterWorld world;

    Result(
        List<AttributedUnit> units,
        List<Diagnostic<? extends JavaFileObject>> errors,
        OuterWorld world) {
      this.units = List.copyOf(units);
      this.errors = List.copyOf(errors);
      this.world = world;
    }

    /** One for each compilation unit, in the order of the names. */
    public List<AttributedUnit> units() {
      return units;
    }

    /**
     * The errors of the nested compile. The outer compiler has not looked into the bodies yet:
     * either it will report the same to the user, or attribution has failed to show the nested
     * compiler the same world.
     */
    public List<Diagnostic<? extends JavaFileObject>> errors() {
      return errors;
    }

    @Override
    public void close() {
      try {
        world.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
