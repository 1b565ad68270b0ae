// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.util.Elements;
import javax.tools.JavaCompiler;

/**
 * Runs the nested compiler: once as a rule, and again where something of its class path was learnt
 * too late.
 */
final class NestedRuns {
  /**
   * Each run learns of classes that the one before it lacked; what is unknown then will stay so.
   */
  private static final int MAX_RUNS = 8;

  private final JavaCompiler compiler;
  private final OuterWorld world;
  private final KnownClasses known;
  private final List<String> options;

  NestedRuns(JavaCompiler compiler, OuterWorld world, KnownClasses known, List<String> options) {
    this.compiler = compiler;
    this.world = world;
    this.known = known;
    this.options = options;
  }

  /**
   * Attributes units as other processors left them; trees and elements are the outer compiler's.
   */
  Attribution.Result attribute(List<OuterUnit> outer, Trees trees, Elements elements) {
    List<ChangedUnit> units =
        outer.stream().map(unit -> new ChangedUnit(unit, new SourceEdits())).toList();
    NestedCompile nested = parse(units);
    units = changes(outer, nested, trees, elements);
    if (units.stream().anyMatch(unit -> !unit.edits().isEmpty())) {
      nested = parse(units);
      anchor(units, nested, trees);
    }
    nested.units().forEach(unit -> NamesInText.of(unit).forEach(known::learn));
    nested.attribute();
    for (int runs = 1; !nested.errors().isEmpty() && known.isStale() && runs < MAX_RUNS; runs++) {
      known.restart();
      nested = parse(units);
      nested.attribute();
    }
    List<AttributedUnit> attributed = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      attributed.add(new AttributedUnit(units.get(i), nested, nested.units().get(i)));
    }
    return new Attribution.Result(attributed, nested.errors(), world);
  }

  private NestedCompile parse(List<ChangedUnit> units) {
    return new NestedCompile(
        compiler, world, options, units.stream().map(ChangedUnit::file).toList());
  }

  private static List<ChangedUnit> changes(
      List<OuterUnit> units, NestedCompile parsed, Trees trees, Elements elements) {
    SourcePositions positions = parsed.trees().getSourcePositions();
    List<ChangedUnit> changed = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      OuterUnit outer = units.get(i);
      CompilationUnitTree tree = parsed.units().get(i);
      SourceEdits edits = ForeignChanges.in(outer, tree, positions, trees, elements);
      ModuleImports.spellOut(tree, positions, elements, edits);
      changed.add(new ChangedUnit(outer, edits));
    }
    return changed;
  }

  private static void anchor(List<ChangedUnit> units, NestedCompile parsed, Trees trees) {
    for (int i = 0; i < units.size(); i++) {
      new Anchors(
              parsed.units().get(i),
              parsed.trees().getSourcePositions(),
              units.get(i).outer().tree(),
              trees.getSourcePositions(),
              units.get(i).edits())
          .add();
    }
  }
}
