// SPDX-License-Identifier: Apache-2.0
package cases;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static world.World.g;
import static world.World.later;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

// P01record: a private record, in fields, parameters, results and method references
final class P01record {
  private record Point(int x, int y) {
    Point {
      if (x < 0) {
        throw new IllegalArgumentException("negative");
      }
    }

    Point(int both) {
      this(both, both);
    }

    int sum() {
      return x + y;
    }

    static Point origin() {
      return new Point(0);
    }
  }

  private final List<Point> points = new ArrayList<>();
  Point last;

  Point move(Point p, int by) {
    return new Point(p.x() + by, p.y() + by);
  }

  static Coroutine<String> run() {
    return new P01record().go(new Point(1, 2));
  }

  @Async
  private Coroutine<Point> point(Point a) {
    return done(new Point(await(later(a.sum())), g(2)));
  }

  @Async
  Coroutine<String> go(Point start) {
    Point p = await(point(start));
    points.add(p);
    last = move(p, await(later(3)));
    points.add(last);
    String r = p + " " + last + Point.origin();
    for (Point q : points) {
      r += await(later(q.sum()));
    }
    r += points.stream().max(Comparator.comparing(Point::sum)).map(Point::x).get();
    try {
      r += new Point(-await(later(1)), 0);
    } catch (IllegalArgumentException e) {
      r += e.getMessage();
    }
    return done(r);
  }
}

// P01enum: a private enum, with bodies, in switches
final class P01enum {
  private enum Color {
    RED,
    GREEN {
      @Override
      int cost() {
        return 7;
      }
    };

    int cost() {
      return 3;
    }
  }

  static Coroutine<String> run() {
    return go();
  }

  @Async
  static Coroutine<String> go() {
    String r = "";
    for (Color color : Color.values()) {
      Color other = await(later(1)) == 1 ? color : Color.RED;
      int cost =
          switch (other) {
            case RED -> await(later(1));
            case GREEN -> other.cost();
          };
      switch (color) {
        case RED:
          r += "red";
        default:
          r += await(later(color.ordinal()));
      }
      r += other + ":" + cost + Color.valueOf("RED");
    }
    return done(r);
  }
}

// P01sealed: a private sealed interface and its records
final class P01sealed {
  private sealed interface Shape permits Circle, Square {
    int area();

    default String name() {
      return getClass().getSimpleName();
    }
  }

  private record Circle(int r) implements Shape {
    @Override
    public int area() {
      return 3 * r * r;
    }
  }

  private record Square(int s) implements Shape {
    @Override
    public int area() {
      return s * s;
    }
  }

  static Coroutine<String> run() {
    return go();
  }

  @Async
  static Coroutine<String> go() {
    Shape shape = await(later(1)) == 1 ? new Circle(2) : new Square(2);
    int r = shape instanceof Circle c ? await(later(c.r())) : 0;
    Shape square = new Square(await(later(3)));
    return done(shape.name() + shape.area() + r + square.area() + square);
  }
}

// P01generic: a private generic class with private members
final class P01generic {
  private static class Node<T> {
    private final T value;
    Node<T> next;

    private Node(T value) {
      this.value = value;
    }

    private T get() {
      return value;
    }
  }

  final Map<String, Node<Integer>> nodes = new HashMap<>();

  static Coroutine<Integer> run() {
    return new P01generic().go();
  }

  @Async
  Coroutine<Integer> go() {
    Node<Integer> node = new Node<>(await(later(4)));
    node.next = new Node<>(9);
    nodes.put("n", node);
    int sum = node.get() + await(later(1)) + node.next.value + nodes.get("n").value;
    node.next.next = new Node<>(await(later(2)));
    return done(sum + node.next.next.value);
  }
}

// P01owner: a private class with an async method, and what it inherits
final class P01owner {
  private static class Base {
    private final int b;

    Base(int b) throws IOException {
      this.b = b;
    }

    protected int twice() {
      return 2 * b;
    }
  }

  private static class Derived extends Base {
    private int count;

    Derived(int b) throws IOException {
      super(b);
    }

    @Override
    protected int twice() {
      return -1;
    }

    @Async
    Coroutine<Integer> go(int by) {
      count += await(later(by));
      this.count++;
      int t = super.twice() + twice();
      return done(t + count + await(more()));
    }

    @Async
    private Coroutine<Integer> more() {
      return done(await(later(count)) + 1000);
    }
  }

  static Coroutine<Integer> run() throws IOException {
    return new Derived(20).go(3);
  }
}

// P01inner: a private inner class, made with its enclosing instance
final class P01inner {
  private int base = 5;

  private class Inner {
    int v;

    Inner(int v) {
      this.v = v + base;
    }

    Inner() {
      this(1);
    }

    @Async
    Coroutine<Integer> sum(Inner other) {
      base += await(later(1));
      return done(v + other.v + base);
    }
  }

  static Coroutine<String> run() {
    return new P01inner().go(new P01inner());
  }

  @Async
  Coroutine<String> go(P01inner other) {
    Inner one = new Inner(await(later(10)));
    Inner two = this.new Inner();
    Inner three = other.new Inner(g(3));
    return done(one.v + " " + two.v + " " + three.v + " " + await(one.sum(three)) + base);
  }
}

// P01outer: private inner classes of a generic class use its type parameter
final class P01outer<T extends Comparable<T>> {
  private class In {
    static final String NAME = "in";
    T v;

    In(T v) {
      this.v = v;
    }

    T get() {
      return v;
    }
  }

  private class Pair<B> extends In {
    B other;

    Pair(T v, B other) {
      super(v);
      this.other = other;
    }

    private class Deep {
      T t = v;
      B b = other;
    }

    Deep deep() {
      return new Deep();
    }
  }

  class Open {
    private class Shut {
      List<T> all = new ArrayList<>();
    }

    private Shut shut = new Shut();

    @Async
    private Coroutine<T> keep(T t) {
      Shut s = await(later("shut", shut));
      s.all.add(t);
      T kept = await(later("kept", s)).all.get(0);
      for (Shut each : List.of(s)) kept = each.all.get(await(later("zero", 0)));
      return done(kept);
    }
  }

  private In field;
  private final Map<String, In> map = new HashMap<>();

  @Async
  private Coroutine<String> go(T a, T b) {
    In i = new In(await(later("a", a)));
    T t = i.v;
    if (t.compareTo(b) < 0) {
      In j = new In(b);
      T u = j.get();
      t = u;
    }
    field = await(later("i", i));
    map.put(In.NAME, field);
    T w = field.v;
    Object o = i;
    String r = In.NAME;
    if (o instanceof P01outer<?>.In k) r += k.v + await(later("k", ""));
    P01outer<String>.In s = new P01outer<String>().new In(await(later("x")));
    int length = s.v.length() + await(later("s", s)).get().length();
    Pair<List<T>> p = new Pair<>(a, List.of(b));
    In up = await(later("up", p));
    T inList = await(later("p", p)).other.get(0);
    Pair<List<T>>.Deep deep = p.deep();
    T deepest = await(later("deep", deep)).b.get(0);
    java.util.function.Function<In, T> get = In::get;
    java.util.function.Function<T, In> make = In::new;
    T made = make.apply(await(later("b", b))).v;
    In[] none = null;
    List<In> list = new ArrayList<>(map.values());
    for (In each : list) r += get.apply(each).compareTo(await(later("each", each)).v);
    T open = await(new Open().keep(b));
    return done(r + t + w + length + up.v + inList + deepest + made + none + list.get(0).v + open);
  }

  @Async
  static Coroutine<String> run() {
    return done(await(new P01outer<Integer>().go(1, 2)) + await(new P01outer<String>().go("q", "p")));
  }
}

// P01arguments: text that leaves out the type arguments of the class around an inner one
final class P01arguments<E> {
  class Node {
    E name;

    Node(E name) {
      this.name = name;
    }
  }

  class Box<X> {
    final X content;

    Box(X content) {
      this.content = content;
    }
  }

  int size(ArrayList<Node> nodes) {
    return nodes.size();
  }

  static Coroutine<String> run() {
    return new P01arguments<String>().go("n");
  }

  @Async
  Coroutine<String> go(E name) {
    Node node = new Node(name);
    await(later(1));
    int size = size(new ArrayList<Node>(List.of(node)));
    List<Box<Node>> boxes = new ArrayList<Box<Node>>();
    boxes.add(new Box<Node>(node));
    Map<Node, List<Node>> map = new HashMap<Node, List<Node>>();
    map.put(node, List.of(node));
    String types = Node.class.getSimpleName() + Node[].class.getSimpleName();
    await(later(2));
    return done(types + size + boxes.get(0).content.name + map.get(node).get(0).name);
  }
}

// P01overridden: nested types that can be named, with methods that take and return private ones
final class P01overridden {
  interface Walk {
    String walk(Node node);
  }

  abstract static class Base implements Walk {
    abstract Node first();

    Node second() {
      return first().next;
    }
  }

  sealed interface Step permits Names, Numbers {}

  private static final class Node {
    final String name;
    final Node next;

    Node(String name, Node next) {
      this.name = name;
      this.next = next;
    }
  }

  static final class Names extends Base implements Step {
    @Override
    public String walk(Node node) {
      return node == null ? "" : node.name + walk(node.next);
    }

    @Override
    Node first() {
      return new Node("n", new Node("m", null));
    }
  }

  private static final class Numbers extends Base implements Step {
    @Override
    public String walk(Node node) {
      return node == null ? "" : "1" + walk(node.next);
    }

    @Override
    Node first() {
      return new Node("o", null);
    }

    @Override
    Node second() {
      return new Node("p", first());
    }

    @Async
    private Coroutine<String> go(Node node) {
      String rest = node.next == null ? "." : await(go(node.next));
      return done(walk(await(later("node", node))) + rest);
    }
  }

  private enum Ends implements Walk {
    LAST;

    @Override
    public String walk(Node node) {
      return node.next == null ? node.name : walk(node.next);
    }
  }

  private record Named(String prefix) implements Walk {
    @Override
    public String walk(Node node) {
      return prefix + node.name;
    }
  }

  static <N extends Node> N same(N node) {
    return node;
  }

  static Coroutine<String> run() {
    return new P01overridden().go();
  }

  @Async
  Coroutine<String> go() {
    Base names = await(later("names", new Names()));
    Numbers numbers = new Numbers();
    String result = await(numbers.go(names.first())) + numbers.walk(numbers.second());
    Walk lambda = node -> node.name + node.next.name;
    Walk anonymous =
        new Walk() {
          @Override
          public String walk(Node node) {
            return "<" + node.name + ">";
          }
        };
    for (Walk walk : List.of(names, Ends.LAST, await(later("named", new Named("_"))), lambda, anonymous)) {
      result += walk.walk(await(later("first", names.first())));
    }
    Step step = await(later("step", numbers));
    return done(result + (step instanceof Names) + same(names.second()).name);
  }
}

// P01annotated: type annotations in front of the names of nested types
final class P01annotated {
  @Target(ElementType.TYPE_USE)
  @interface Tag {}

  record Pair<A>(A one, A two) {}

  private record Hidden(int value) {}

  @Async
  static Coroutine<String> run() {
    Object all = new ArrayList<@Tag Pair<@Tag Hidden>>(List.of(new @Tag Pair<>(new Hidden(1), new @Tag Hidden(2))));
    String text = await(later(all.toString()));
    Object[] none = new @Tag Hidden @Tag [2];
    Object some = new ArrayList<@Tag Hidden[]>(List.<@Tag Hidden[]>of(await(later("array", new Hidden[3]))));
    return done(text + none.length + ((List<?>) some).size());
  }
}

// P01outermost (not supported): a method of the outermost class that returns a private type is overridden
abstract class P01outermost {
  private enum Kind {
    ONE
  }

  abstract Kind kind();

  private static final class One extends P01outermost {
    @Override
    Kind kind() {
      return Kind.ONE;
    }

    @Async
    private Coroutine<String> go() {
      Kind kind = await(later("kind", kind()));
      return done("" + kind + new One().kind());
    }
  }

  static Coroutine<String> run() {
    return new One().go();
  }
}
