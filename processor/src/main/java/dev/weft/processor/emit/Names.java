// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import dev.weft.processor.analyse.Layout;
import dev.weft.processor.analyse.State;
import dev.weft.processor.analyse.Storage;
import dev.weft.processor.graph.Block;
import dev.weft.processor.graph.Code;
import dev.weft.processor.graph.Statement;
import dev.weft.processor.graph.Variable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The one place where a variable gets its printed name: the user's, and a number behind it where
 * that is taken.
 *
 * <p>The machine's own names cannot be had. A local of {@code resume} may besides not have a name
 * that verbatim text declares again, as a lambda's parameter; a field may, since there the text
 * means its own.
 */
final class Names {
  private static final Set<String> RESERVED =
      Set.of("state", "self", "reply", "thrown", "SUSPENDED", "LINES");

  /** Names of a machine whose {@code resume} is divided. */
  private static final Set<String> RESERVED_IF_DIVIDED = Set.of("from", "outcome", "ELSEWHERE");

  private final Layout layout;
  private final Set<String> taken = new HashSet<>(RESERVED);
  private final Map<Variable, String> names = new HashMap<>();
  private final Set<Variable> captured = new HashSet<>();
  private final String reply;
  private final String self;
  private final String hidden;
  private final String carried;
  private final String label;

  Names(Layout layout) {
    this.layout = layout;
    if (layout.isDivided()) {
      taken.addAll(RESERVED_IF_DIVIDED);
    }
    codes().flatMap(Code::stream).forEach(this::noteCaptured);
    List<Variable> wide = layout.storage().keySet().stream().filter(v -> !isBlockLocal(v)).toList();
    wide.stream().filter(v -> !isTemporary(v)).forEach(v -> names.put(v, name(v, taken)));
    Set<String> usersLocals = new HashSet<>();
    layout
        .stored(Storage.BLOCK_LOCAL)
        .filter(v -> !isTemporary(v))
        .forEach(v -> usersLocals.add(v.name()));
    wide.stream()
        .filter(Names::isTemporary)
        .forEach(v -> names.put(v, temporary(v.name(), taken, usersLocals)));
    layout.states().forEach(this::nameLocals);
    reply = own("reply");
    self = own("self");
    hidden = own("hidden");
    carried = layout.isDivided() ? fresh("carried") : "";
    label = freeLabel();
  }

  String of(Variable variable) {
    return Objects.requireNonNull(names.get(variable), variable::name);
  }

  /** The parameter of {@code resume}. */
  String reply() {
    return reply;
  }

  /** The field with the instance whose method the machine is. */
  String self() {
    return self;
  }

  /** The methods that lead to mirrors. */
  String hidden() {
    return hidden;
  }

  /** The field for the reply that one part of a divided {@code resume} leaves to the next. */
  String carried() {
    return carried;
  }

  /** The label of the machine's loop. */
  String label() {
    return label;
  }

  /** The machine's state, from within verbatim text that may have a variable of that name. */
  String state() {
    return inner().contains("state") ? "this.state" : "state";
  }

  boolean isCaptured(Variable variable) {
    return captured.contains(variable);
  }

  /** A name for a local that emission adds. */
  String fresh(String name) {
    return temporary(name, taken, inner());
  }

  /** Lambdas and classes in verbatim text see the machine's own names, unless they hide them. */
  private String own(String name) {
    return inner().contains(name) ? temporary(name, taken, inner()) : name;
  }

  private void noteCaptured(Code.Piece piece) {
    if (piece instanceof Code.Use use && use.captured()) {
      captured.add(use.variable());
    }
  }

  private void nameLocals(State state) {
    Set<Variable> locals = new LinkedHashSet<>();
    for (Block block : state.blocks()) {
      for (Statement statement : block.statements()) {
        if (statement instanceof Statement.Declare declare && isBlockLocal(declare.variable())) {
          locals.add(declare.variable());
        }
      }
    }
    // Another state is another scope, which may have the same names again.
    Set<String> scope = new HashSet<>(taken);
    locals.stream().filter(v -> !isTemporary(v)).forEach(v -> names.put(v, name(v, scope)));
    locals.stream()
        .filter(Names::isTemporary)
        .forEach(v -> names.put(v, temporary(v.name(), scope, Set.of())));
  }

  private String name(Variable variable, Set<String> scope) {
    return free(variable.name(), 2, name -> isFree(name, variable, scope), scope);
  }

  private boolean isFree(String name, Variable variable, Set<String> scope) {
    boolean isField =
        layout.storage(variable) == Storage.FIELD
            && !captured.contains(variable)
            && !variable.isNameless();
    // A number may have been given to a binding of the text, which is then saved in this field.
    boolean mayBeInner = isField && name.equals(variable.name());
    return !scope.contains(name) && (mayBeInner || !inner().contains(name));
  }

  private String temporary(String name, Set<String> scope, Set<String> users) {
    return free(
        name, 1, n -> !scope.contains(n) && !users.contains(n) && !inner().contains(n), scope);
  }

  private static String free(String base, int first, Predicate<String> isFree, Set<String> scope) {
    String name = base;
    for (int n = first; !isFree.test(name); n++) {
      name = base + n;
    }
    scope.add(name);
    return name;
  }

  private String freeLabel() {
    List<String> texts =
        codes()
            .flatMap(Code::stream)
            .filter(Code.Text.class::isInstance)
            .map(piece -> ((Code.Text) piece).text())
            .toList();
    String name = "machine";
    for (int n = 1; isLabel(name, texts); n++) {
      name = "machine" + n;
    }
    return name;
  }

  private static boolean isLabel(String name, List<String> texts) {
    Pattern label = Pattern.compile("\\b" + name + "\\s*:");
    return texts.stream().anyMatch(text -> text.contains(name) && label.matcher(text).find());
  }

  private Stream<Code> codes() {
    return layout.states().stream()
        .flatMap(state -> state.blocks().stream())
        .flatMap(
            block ->
                Stream.concat(
                    block.statements().stream().flatMap(Statement::codes),
                    block.terminator().codes()));
  }

  private Set<String> inner() {
    return layout.graph().innerNames();
  }

  private boolean isBlockLocal(Variable variable) {
    return layout.storage(variable) == Storage.BLOCK_LOCAL;
  }

  private static boolean isTemporary(Variable variable) {
    return variable.kind() == Variable.Kind.TEMPORARY;
  }
}
