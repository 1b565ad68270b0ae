// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.fuzz;

import java.util.List;
import java.util.function.Supplier;

/** One method that is being written, and those who write it. */
final class Draft {
  private static final int DEPTH = 5;

  final Program program;
  final Dice dice;
  final Program.Method method;
  final List<Program.Method> callable;
  final Scope scope = new Scope();
  final Jumps jumps;
  final Places places;
  final Expressions expressions;
  final Numbers numbers;
  final Conditions conditions;
  final References references;
  final Awaits awaits;
  final Closures closures;
  final Switches switches;
  final Patterns patterns;
  final Loops loops;
  final Tries tries;
  final Declarations declarations;
  final LocalTypes localTypes;
  final Generators generators;
  final Statements statements;

  /** How many expressions, and how many statements, are still to be made before it gets simple. */
  private int budget;

  private int depth;
  private int quiet;

  Draft(Program program, Program.Method method, List<Program.Method> callable) {
    this.program = program;
    this.dice = program.dice;
    this.method = method;
    this.callable = callable;
    jumps = new Jumps(this);
    places = new Places(this);
    expressions = new Expressions(this);
    numbers = new Numbers(this);
    conditions = new Conditions(this);
    references = new References(this);
    awaits = new Awaits(this);
    closures = new Closures(this);
    switches = new Switches(this);
    patterns = new Patterns(this);
    loops = new Loops(this);
    tries = new Tries(this);
    declarations = new Declarations(this);
    localTypes = new LocalTypes(this);
    generators = new Generators(this);
    statements = new Statements(this);
    budget = program.budget();
  }

  Node method() {
    StringBuilder parameters = new StringBuilder();
    for (Type type : method.parameters()) {
      Scope.Local local =
          scope.declare(
              dice,
              type,
              // Without a machine, the body of a generator is a lambda.
              method.kind().isGenerator()
                  ? Scope.Use.CAPTURED
                  : dice.of(Scope.Use.ASSIGNED, Scope.Use.CAPTURED));
      parameters.append(parameters.length() == 0 ? "" : ", ");
      parameters.append(type.java()).append(' ').append(local.name());
    }
    if (method.isGeneric()) {
      parameters.append(parameters.length() == 0 ? "" : ", ").append("U u0");
    }
    boolean isPrivate = dice.oneIn(2);
    boolean isDefault = method.owner() == Owner.FACE && !isPrivate && !method.isStatic();
    String head =
        "@Async\n%s%s%s%s<%s> %s(%s)%s #"
            .formatted(
                isPrivate ? "private " : isDefault ? "default " : "",
                method.isStatic() ? "static " : "",
                method.isGeneric() ? "<U extends Comparable<U>> " : "",
                method.kind().type(),
                method.result().boxed(),
                method.name(),
                parameters,
                method.kind() == Program.Kind.GENERATOR ? "" : " throws Exception");
    return Node.clause(head, statements.body());
  }

  /** Calls the first method; whatever comes of it, the fields are logged. */
  Node entry() {
    Node call = awaits.call(callable.get(0), true);
    return Node.clause(
        "@Async\nstatic Coroutine<Object> run() throws Exception #",
        Node.list(
            Node.Role.BLOCK,
            List.of(Node.statement("try {\n  return done(#);\n} finally {\n  dump();\n}", call))));
  }

  /** Whether what comes next had better be simple. */
  boolean isTired() {
    return depth > DEPTH || budget <= 0;
  }

  boolean hasInstance() {
    return !method.isStatic() && method.owner().hasOutermost();
  }

  /** Whether {@code this} is an object of a nested class. */
  boolean hasOwn() {
    return !method.isStatic() && method.owner() != Owner.TOP;
  }

  /** Whether a class in the body is in the scope of type parameters, and so no exception. */
  boolean isGeneric() {
    return method.isGeneric() || (hasOwn() && method.owner() == Owner.HELD);
  }

  /** This object, of the class that all is about. */
  String self() {
    return closures.isAnonymous() || method.owner() != Owner.TOP ? "$.this" : "this";
  }

  /** What names the members of its superclass. */
  String parent() {
    return method.owner() == Owner.TOP ? "super" : "$.super";
  }

  boolean mayAwait() {
    return quiet == 0 && !scope.isClosure() && method.kind() != Program.Kind.GENERATOR;
  }

  boolean mayEmit() {
    return quiet == 0 && !scope.isClosure() && method.kind().isGenerator();
  }

  /** What is made in it does not suspend, and may still jump out of it. */
  <T> T quietly(Supplier<T> part) {
    quiet++;
    T made = part.get();
    quiet--;
    return made;
  }

  <T> T deeper(Supplier<T> part) {
    depth++;
    budget--;
    T made = part.get();
    depth--;
    return made;
  }

  /** A statement begins with expressions as simple as those before it. */
  <T> T fresh(Supplier<T> part) {
    int before = depth;
    depth = Math.min(depth, DEPTH - 3);
    T made = part.get();
    depth = before;
    return made;
  }
}
