// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.claim;

import static java.util.Comparator.comparing;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.Trees;
import dev.weft.processor.attribute.AttributedUnit;
import dev.weft.processor.diagnostic.Reporter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject;

/** Collects the claims of all rounds. */
public final class Claims {
  private final Elements elements;
  private final Filer filer;
  private final Trees trees;
  private final DeclarationRules rules;
  private final MachineNames names;
  private final List<Claim> claims = new ArrayList<>();
  private final Map<JavaFileObject, List<Claim>> byFile = new HashMap<>();
  private final Set<String> classes = new LinkedHashSet<>();
  private final SplitPackages split;

  /**
   * @param env javac's own environment
   * @param filer where machines are reserved
   */
  public Claims(ProcessingEnvironment env, Filer filer, Trees trees, Reporter reporter) {
    this.elements = env.getElementUtils();
    this.filer = filer;
    this.trees = trees;
    this.rules = new DeclarationRules(reporter);
    this.split = new SplitPackages(elements, reporter);
    this.names = new MachineNames(elements, trees);
  }

  /** Takes what is new in a round. */
  public void take(RoundEnvironment round) throws IOException {
    TypeElement async = elements.getTypeElement(Contract.ASYNC);
    if (async == null) {
      return;
    }
    if (split.refuses(round, async)) {
      return;
    }
    for (TypeElement owner : owners(round, async)) {
      if (isNamed(owner)) {
        classes.add(owner.getQualifiedName().toString());
      }
      CompilationUnitTree unit = trees.getPath(owner).getCompilationUnit();
      for (ExecutableElement method : ElementFilter.methodsIn(owner.getEnclosedElements())) {
        if (Contract.isAsync(method) && rules.allow(method, isNamed(owner))) {
          claim(owner, method, unit);
        }
      }
    }
    for (TypeElement root : ElementFilter.typesIn(round.getRootElements())) {
      if (Mentions.in(trees.getPath(root).getCompilationUnit()) && isNamed(root)) {
        classes.add(root.getQualifiedName().toString());
      }
    }
  }

  public List<Claim> claims() {
    return Collections.unmodifiableList(claims);
  }

  /** The claimed methods in the attributed copy of a file. */
  public Map<Claim, MethodTree> in(AttributedUnit unit) {
    JavaFileObject file = unit.original().getSourceFile();
    return ClaimedMethods.in(unit, byFile.getOrDefault(file, List.of()));
  }

  /**
   * The qualified names of the classes whose files are to be attributed: the owners, and those that
   * may misuse Weft.
   */
  public List<String> classes() {
    return List.copyOf(classes);
  }

  /**
   * In the order of their names, so that the machines' names do not depend on the order of the
   * files.
   */
  private static Set<TypeElement> owners(RoundEnvironment round, TypeElement async) {
    Set<TypeElement> owners =
        new TreeSet<>(comparing((TypeElement owner) -> owner.getQualifiedName().toString()));
    for (ExecutableElement method :
        ElementFilter.methodsIn(round.getElementsAnnotatedWith(async))) {
      owners.add((TypeElement) method.getEnclosingElement());
    }
    return owners;
  }

  /** Not so the class that a compact source file declares without saying so (JLS 8.1.8). */
  private boolean isNamed(TypeElement type) {
    TypeElement outermost = type;
    while (outermost.getEnclosingElement() instanceof TypeElement around) {
      outermost = around;
    }
    String name = outermost.getQualifiedName().toString();
    return name.contains(".") || elements.getTypeElement(name) != null; // no package has them
  }

  private void claim(TypeElement owner, ExecutableElement method, CompilationUnitTree unit)
      throws IOException {
    String machine = names.next(method);
    Claim claim =
        new Claim(
            owner.getQualifiedName().toString(),
            method.getSimpleName().toString(),
            unit.getSourceFile(),
            trees.getSourcePositions().getStartPosition(unit, trees.getTree(method)),
            machine,
            filer.createSourceFile(machine, owner),
            seesGenerated(owner));
    claims.add(claim);
    byFile.computeIfAbsent(claim.source(), file -> new ArrayList<>()).add(claim);
  }

  /** A module that does not read {@code java.compiler} does not. */
  private boolean seesGenerated(TypeElement owner) {
    ModuleElement module = elements.getModuleOf(owner);
    return module != null && elements.getTypeElement(module, Contract.GENERATED) != null;
  }
}
