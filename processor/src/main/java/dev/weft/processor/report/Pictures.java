// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.report;

import dev.weft.processor.analyse.Layout;
import dev.weft.processor.analyse.State;
import dev.weft.processor.analyse.Storage;
import dev.weft.processor.emit.Emitted;
import dev.weft.processor.graph.Block;
import dev.weft.processor.graph.Code;
import dev.weft.processor.graph.Method;
import dev.weft.processor.graph.Statement;
import dev.weft.processor.graph.Terminator;
import dev.weft.processor.graph.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Reads off a printed machine what its picture shows. */
final class Pictures {
  private static final Map<Storage, String> WHERE =
      Map.of(
          Storage.SHARED, "a local of resume, which several states use",
          Storage.BLOCK_LOCAL, "a local of its state",
          Storage.CONSTANT, "a constant local of resume");

  private final Emitted emitted;
  private final Layout layout;
  private final Method method;
  private final Map<Variable, String> names = new HashMap<>();
  private final CodeText codes = new CodeText(names);

  private Pictures(Emitted emitted) {
    this.emitted = emitted;
    this.layout = emitted.layout();
    this.method = layout.graph().method();
    for (Emitted.Field field : emitted.fields()) {
      if (field.variable() != null) {
        names.put(field.variable(), field.name());
      }
    }
  }

  /**
   * @param lastLine the line in the user's file that the method ends on
   * @param base the class of the runtime that the machine extends
   */
  static Picture of(Emitted emitted, int lastLine, TypeElement base) {
    return new Pictures(emitted).read(lastLine, base);
  }

  private Picture read(int lastLine, TypeElement base) {
    return new Picture(
        method.machine(),
        owner(),
        method.element().getSimpleName().toString(),
        method.element().getParameters().stream()
            .map(parameter -> CodeText.simple(parameter.asType().toString()))
            .collect(Collectors.joining(", ", method.element().getSimpleName() + "(", ")")),
        method.file(),
        source(lastLine),
        text(),
        layout.states().stream().map(this::state).toList(),
        Edges.of(layout, codes),
        suspensions(),
        size(base),
        variables());
  }

  private String owner() {
    StringBuilder owner = new StringBuilder(method.owner().getSimpleName());
    for (Element around = method.owner().getEnclosingElement();
        around instanceof TypeElement type;
        around = type.getEnclosingElement()) {
      owner.insert(0, type.getSimpleName() + ".");
    }
    return owner.toString();
  }

  private List<Picture.Line> source(int lastLine) {
    Map<Integer, Set<Integer>> states = new HashMap<>();
    layout.states().forEach(state -> put(states, state.head().line(), state.number()));
    List<Integer> lines = emitted.linkage().lines();
    for (int i = 0; i < lines.size(); i++) {
      int state = emitted.states().get(i);
      if (state >= 0 && lines.get(i) > 0) {
        put(states, lines.get(i), state);
      }
    }
    List<Picture.Line> source = new ArrayList<>();
    for (int number = method.line(); number <= lastLine; number++) {
      Set<Integer> of = states.getOrDefault(number, Set.of());
      source.add(new Picture.Line(number, method.sourceLine(number), List.copyOf(of)));
    }
    return source;
  }

  private static void put(Map<Integer, Set<Integer>> states, int line, int state) {
    states.computeIfAbsent(line, l -> new TreeSet<>()).add(state);
  }

  private List<Picture.Line> text() {
    List<String> lines = Arrays.asList(emitted.source().split("\n", -1));
    List<Picture.Line> text = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      int state = emitted.states().get(i);
      boolean isRest = i + 1 == lines.size() && lines.get(i).isEmpty();
      if (!isRest) {
        text.add(new Picture.Line(i + 1, lines.get(i), state < 0 ? List.of() : List.of(state)));
      }
    }
    return text;
  }

  private Picture.State state(State state) {
    List<String> code = new ArrayList<>();
    for (Block block : state.blocks()) {
      block.statements().forEach(statement -> code.add(text(statement)));
      code.add(end(block));
    }
    code.removeIf(String::isEmpty);
    return new Picture.State(state.number(), state.head().line(), code);
  }

  private String text(Statement statement) {
    if (statement instanceof Statement.Declare declare) {
      Code value = declare.value();
      return value == null ? "" : assignment(declare.variable(), value);
    }
    return statement instanceof Statement.Assign assign
        ? assignment(assign.variable(), assign.value())
        : codes.statement(((Statement.Run) statement).code());
  }

  private String assignment(Variable variable, Code value) {
    return codes.name(variable) + " = " + codes.expression(value);
  }

  private String end(Block block) {
    Terminator end = block.terminator();
    if (end instanceof Terminator.Branch branch) {
      return "if " + codes.expression(branch.condition());
    } else if (end instanceof Terminator.Select select) {
      return "switch " + codes.expression(select.selector());
    } else if (end instanceof Terminator.Await await) {
      return (await.emits() ? "emit " : "await ") + awaited(block, await);
    } else if (end instanceof Terminator.Return result) {
      return result.value() == null ? "return" : "return " + codes.expression(result.value());
    } else if (end instanceof Terminator.Tail tail) {
      return "return " + codes.expression(tail.coroutine());
    } else if (end instanceof Terminator.Throw thrown) {
      return "throw " + codes.expression(thrown.exception());
    }
    return "";
  }

  /** A temporary that was made only to be awaited says nothing to the user. */
  private String awaited(Block block, Terminator.Await await) {
    List<Code.Piece> pieces = await.operand().pieces();
    if (pieces.size() == 1
        && pieces.get(0) instanceof Code.Use use
        && use.variable().kind() == Variable.Kind.TEMPORARY) {
      for (Statement statement : block.statements()) {
        if (statement instanceof Statement.Declare declare
            && declare.variable() == use.variable()
            && declare.value() != null) {
          return codes.expression(declare.value());
        }
      }
    }
    return codes.expression(await.operand());
  }

  private List<Picture.Suspension> suspensions() {
    List<Picture.Suspension> suspensions = new ArrayList<>();
    for (State state : layout.states()) {
      for (Block block : state.blocks()) {
        if (block.terminator() instanceof Terminator.Await await) {
          suspensions.add(
              new Picture.Suspension(
                  state.number(),
                  layout.number(await.resume()),
                  await.resume().line(),
                  awaited(block, await),
                  await.emits(),
                  kept(layout.liveAcross(block)),
                  layout.clears(block).stream().map(codes::name).toList()));
        }
      }
    }
    return suspensions;
  }

  /** The instance too, which is the first field and stays in it. */
  private List<String> kept(Set<Variable> live) {
    List<String> kept = new ArrayList<>();
    for (Emitted.Field field : emitted.fields()) {
      boolean isSelf = kept.isEmpty() && field.variable() == null && !method.isStatic();
      if (isSelf || field.variable() != null && live.contains(field.variable())) {
        kept.add(field.name());
      }
    }
    return kept;
  }

  private ObjectSize size(TypeElement base) {
    List<List<ObjectSize.Field>> classes = new ArrayList<>(RuntimeFields.of(base));
    classes.add(
        emitted.fields().stream()
            .map(
                field ->
                    new ObjectSize.Field(
                        field.name(),
                        field.type(),
                        field.variable() == null
                            ? ObjectSize.Use.MACHINE
                            : ObjectSize.Use.VARIABLE))
            .toList());
    return ObjectSize.of(classes);
  }

  private List<Picture.Place> variables() {
    List<Picture.Place> places = new ArrayList<>();
    layout
        .storage()
        .forEach(
            (variable, storage) -> {
              if (storage != Storage.FIELD) {
                String type = CodeText.simple(variable.type().toString());
                String where = Objects.requireNonNull(WHERE.get(storage));
                places.add(new Picture.Place(variable.name(), type, where));
              }
            });
    return places;
  }
}
