// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.lower;

import com.sun.source.tree.BlockTree;
import dev.weft.processor.attribute.AttributedUnit;
import dev.weft.processor.graph.Code;
import dev.weft.processor.graph.Graph;
import dev.weft.processor.graph.Statement;
import dev.weft.processor.graph.Variable;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** What the walkers of one body share, and the walkers themselves. */
final class Context {
  final AttributedUnit unit;
  final Graph graph;
  final Awaits awaits;
  final Variables variables;
  final LocalClasses localClasses;
  final Cursor cursor;
  final Jumps jumps;
  final Members members;
  final RawTypes rawTypes;
  final Verbatim verbatim;
  final Operands operands;
  final Expressions expressions;
  final Assignments assignments;
  final Conditions conditions;
  final Statements statements;
  final Returns returns;
  final Loops loops;
  final Switches switches;
  final Tries tries;
  final Resources resources;
  final Completion completion;
  final Models models;

  Context(AttributedUnit unit, Graph graph, BlockTree body, Set<TypeElement> outliving) {
    this.unit = unit;
    this.graph = graph;
    awaits = Awaits.in(unit, graph.method(), body);
    variables = Variables.in(unit, graph, body);
    cursor = new Cursor(graph, unit.line(body));
    jumps = new Jumps(this);
    members = new Members(unit, graph);
    localClasses = LocalClasses.in(this, body, outliving);
    rawTypes = new RawTypes(this);
    verbatim = new Verbatim(this);
    operands = new Operands(this);
    expressions = new Expressions(this);
    assignments = new Assignments(this);
    conditions = new Conditions(this);
    statements = new Statements(this);
    returns = new Returns(this);
    loops = new Loops(this);
    switches = new Switches(this);
    tries = new Tries(this);
    resources = new Resources(this);
    completion = new Completion(unit);
    models = new Models(this);
  }

  /** Stores a value in a new temporary, here and now. */
  Variable store(String hint, TypeMirror type, Code value, int line) {
    Variable temporary = variables.temporary(hint, type);
    models.note(temporary, value);
    cursor.emit(new Statement.Declare(temporary, value, line));
    return temporary;
  }

  /** A whole statement as text. */
  void run(Code code, int line) {
    cursor.emit(new Statement.Run(code, line));
  }

  TypeMirror declared(String qualifiedName) {
    return unit.types().getDeclaredType(unit.elements().getTypeElement(qualifiedName));
  }
}
