// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.graph;

import com.sun.source.util.JavacTask;
import dev.weft.processor.graph.Code.Access;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Draws a graph by hand, over a source that javac has attributed.
 *
 * <p>In the text of a code a hole stands between « and »: {@code «x»} reads a variable, {@code
 * «x=»} writes it, {@code «x+=»} does both, {@code «x^»} captures it; {@code «this»}, {@code «reply
 * t»}, {@code «:t»} with the type of the field {@code t} of any class of the source; {@code «-> b»}
 * jumps to a block; {@code «PRIVATE Host.member: receiver»} reaches a hidden member.
 */
public final class Sketch {
  private static final Pattern HOLE =
      Pattern.compile("«([^«»]*(?:«[^«»]*(?:«[^«»]*»[^«»]*)*»[^«»]*)*)»");

  private final String source;
  private final Elements elements;
  private final Types types;
  private final Map<String, TypeMirror> fieldTypes = new HashMap<>();
  private final Map<String, Variable> variables = new HashMap<>();
  private final Map<String, Block> blocks = new HashMap<>();
  private final Graph graph;

  /**
   * @param method the method's owner and name: {@code Echo.echo}
   */
  public Sketch(String source, String method) {
    this.source = source;
    JavacTask task = task(source);
    try {
      task.parse();
      for (Element element : task.analyze()) {
        collect(element);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    elements = task.getElements();
    types = task.getTypes();
    graph = new Graph(method(method), new ArrayList<>(parameters(method)));
  }

  private static JavacTask task(String source) {
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("mem:///Input.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    return (JavacTask)
        ToolProvider.getSystemJavaCompiler()
            .getTask(null, null, null, List.of("-proc:none"), null, List.of(file));
  }

  private void collect(Element element) {
    if (element instanceof TypeElement type) {
      type.getEnclosedElements().forEach(this::collect);
    } else if (element.getKind().isField()) {
      fieldTypes.put(element.getSimpleName().toString(), element.asType());
    }
  }

  private ExecutableElement executable(String name) {
    int dot = name.lastIndexOf('.');
    return ElementFilter.methodsIn(type(name.substring(0, dot)).getEnclosedElements()).stream()
        .filter(method -> method.getSimpleName().contentEquals(name.substring(dot + 1)))
        .findFirst()
        .orElseThrow();
  }

  private Method method(String name) {
    ExecutableElement method = executable(name);
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    int line = 1 + (int) source.lines().takeWhile(l -> !l.contains(name + "(")).count();
    TypeMirror result =
        method.getReturnType() instanceof DeclaredType type && !type.getTypeArguments().isEmpty()
            ? type.getTypeArguments().get(0)
            : elements.getTypeElement("java.lang.Void").asType();
    String machine = name.replaceAll("(?<=\\p{Lu}\\w{0,9})\\.", "_");
    return new Method(
        method, owner, machine, "Input.java", line, result, source.lines().toList(), true);
  }

  private List<Variable> parameters(String method) {
    return executable(method).getParameters().stream()
        .map(
            parameter ->
                variable(
                    parameter.getSimpleName().toString(),
                    parameter.asType(),
                    Variable.Kind.PARAMETER))
        .toList();
  }

  public TypeElement type(String name) {
    return Objects.requireNonNull(elements.getTypeElement(name), name);
  }

  /** The type of the field of this name. */
  public TypeMirror typeOf(String field) {
    return Objects.requireNonNull(fieldTypes.get(field), field);
  }

  public Variable variable(String name, TypeMirror type, Variable.Kind kind) {
    return add(name, Variable.of(name.replaceFirst("#.*", ""), type, kind));
  }

  /** A user's local with the type of a field; what follows {@code #} is not part of the name. */
  public Variable local(String name, String field) {
    return variable(name, typeOf(field), Variable.Kind.LOCAL);
  }

  public Variable temporary(String name, String field) {
    return variable(name, typeOf(field), Variable.Kind.TEMPORARY);
  }

  public Variable add(String name, Variable variable) {
    variables.put(name, variable);
    return variable;
  }

  public Variable variable(String name) {
    return Objects.requireNonNull(variables.get(name), name);
  }

  /** Makes a block, which {@link #at} places. */
  public Block block(String name, int line, @Nullable Region region) {
    Block block = graph.create(line, region);
    blocks.put(name, block);
    return block;
  }

  public void blocks(int line, String... names) {
    for (String name : names) {
      block(name, line, null);
    }
  }

  public Block block(String name) {
    return Objects.requireNonNull(blocks.get(name), name);
  }

  /** Places a block, to be filled. */
  public Filling at(String name) {
    graph.place(block(name));
    return new Filling(block(name));
  }

  public Graph graph() {
    return graph;
  }

  public Elements elements() {
    return elements;
  }

  public Types types() {
    return types;
  }

  public String source() {
    return source;
  }

  public Code code(String text, int line) {
    List<Code.Piece> pieces = new ArrayList<>();
    Matcher hole = HOLE.matcher(text);
    int end = 0;
    int current = line;
    while (hole.find()) {
      String between = text.substring(end, hole.start());
      if (!between.isEmpty()) {
        pieces.add(new Code.Text(between, current));
        current += (int) between.chars().filter(c -> c == '\n').count();
      }
      pieces.add(piece(hole.group(1), line));
      end = hole.end();
    }
    if (end < text.length()) {
      pieces.add(new Code.Text(text.substring(end), current));
    }
    return new Code(pieces);
  }

  private Code.Piece piece(String hole, int line) {
    if (hole.equals("this")) {
      return new Code.Self();
    }
    if (hole.startsWith(":")) {
      return new Code.Type(typeOf(hole.substring(1)));
    }
    if (hole.startsWith("reply ")) {
      return new Code.Reply(typeOf(hole.substring("reply ".length())));
    }
    if (hole.startsWith("-> ")) {
      return new Code.Jump(block(hole.substring("-> ".length())));
    }
    if (hole.contains(".")) {
      return hidden(hole, line);
    }
    Access access =
        hole.endsWith("+=") ? Access.UPDATE : hole.endsWith("=") ? Access.WRITE : Access.READ;
    String name = hole.replaceAll("[+=^]", "");
    return new Code.Use(variable(name), access, hole.contains("^"));
  }

  private Code.Piece hidden(String hole, int line) {
    Matcher parts = Pattern.compile("(\\w+) ([\\w.]+)\\.(\\w+|<init>)(: .*)?").matcher(hole);
    if (!parts.matches()) {
      throw new IllegalArgumentException(hole);
    }
    Member.Kind kind = Member.Kind.valueOf(parts.group(1));
    TypeElement host = type(parts.group(2));
    Element element =
        kind == Member.Kind.OUTER
            ? host.getEnclosingElement()
            : elements.getAllMembers(host).stream()
                .filter(member -> member.getSimpleName().contentEquals(parts.group(3)))
                .findFirst()
                .orElseThrow();
    String receiver = parts.group(4);
    return new Code.Hidden(
        new Member(kind, host, element),
        receiver == null ? Code.EMPTY : code(receiver.substring(2), line));
  }

  /** Fills a block. */
  public final class Filling {
    private final Block block;

    Filling(Block block) {
      this.block = block;
    }

    public Filling run(int line, String code) {
      block.add(new Statement.Run(code(code, line), line));
      return this;
    }

    public Filling declare(int line, String name, @Nullable String value) {
      Code code = value == null ? null : code(value, line);
      block.add(new Statement.Declare(variable(name), code, line));
      return this;
    }

    public Filling assign(int line, String name, String value) {
      block.add(new Statement.Assign(variable(name), code(value, line), line));
      return this;
    }

    public void go(String target) {
      block.terminate(new Terminator.Goto(Sketch.this.block(target)));
    }

    public void branch(int line, String condition, String then, String otherwise) {
      Code code = code(condition, line);
      block.terminate(
          new Terminator.Branch(code, Sketch.this.block(then), Sketch.this.block(otherwise)));
    }

    public void await(int line, String operand, String resume) {
      block.terminate(new Terminator.Await(code(operand, line), Sketch.this.block(resume)));
    }

    public void result(int line, @Nullable String value) {
      block.terminate(new Terminator.Return(value == null ? null : code(value, line)));
    }

    public void end(Terminator terminator) {
      block.terminate(terminator);
    }
  }
}
