// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jol.info.ClassLayout;

/** Sizes and offsets are what JOL measures in this JVM, which runs with HotSpot's defaults. */
@SuppressWarnings("unused") // fields to be measured
class ObjectSizeTest {
  private static final Pattern SIZE =
      Pattern.compile("<article id=\"([^\"]+)\".*?<strong>(\\d+) bytes</strong>", Pattern.DOTALL);

  @TempDir Path folder;

  static class Empty {}

  static class Gaps {
    boolean flag;
    long first;
    Object reference;
  }

  static class FillsThem extends Gaps {
    byte small;
    int number;
    short middle;
    String[] array;
  }

  static class Wide extends FillsThem {
    double one;
    char sign;
    float two;
    long three;
    boolean last;
  }

  static class OddAbove {
    boolean one;
  }

  static class LongBelow extends OddAbove {
    long number;
    byte tiny;
    Object reference;
    byte more;
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Empty.class,
        Gaps.class,
        FillsThem.class,
        Wide.class,
        OddAbove.class,
        LongBelow.class
      })
  void fieldsAreWhereTheJvmPutsThem(Class<?> type) {
    ClassLayout measured = ClassLayout.parseClass(type);
    ObjectSize computed = ObjectSize.of(fields(type));
    assertEquals(measured.instanceSize(), computed.bytes());
    if (FillsThem.class.isAssignableFrom(type) && Runtime.version().feature() > 17) {
      return; // newer ones put references next to those that a superclass ends with
    }
    Map<String, Long> expected = new TreeMap<>();
    measured.fields().forEach(field -> expected.put(field.name(), field.offset()));
    Map<String, Long> actual = new TreeMap<>();
    computed.slots().stream()
        .filter(slot -> slot.field().use() == ObjectSize.Use.VARIABLE)
        .forEach(slot -> actual.put(slot.field().name(), (long) slot.offset()));
    assertEquals(expected, actual);
  }

  private static List<List<ObjectSize.Field>> fields(Class<?> type) {
    List<List<ObjectSize.Field>> classes = new ArrayList<>();
    for (Class<?> c = type; c != Object.class; c = c.getSuperclass()) {
      classes.add(
          0,
          Arrays.stream(c.getDeclaredFields())
              .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
              .map(
                  field ->
                      new ObjectSize.Field(
                          field.getName(),
                          field.getType().getSimpleName(),
                          ObjectSize.Use.VARIABLE))
              .toList());
    }
    return classes;
  }

  @Test
  void theReportSaysWhatMachinesTake() throws Exception {
    Build build = new Build(folder);
    Map<String, String> sources = new TreeMap<>();
    for (String name : List.of("echo", "spill", "generator", "asyncgenerator", "inherited")) {
      sources.putAll(Build.golden(name));
    }
    sources.put("sized/Sized.java", SIZED);
    String path = build.file("report.html").toString();
    assertEquals(List.of(), build.run(sources, "-Aweft.report=" + path));
    Map<String, Long> said = new TreeMap<>();
    Matcher sizes = SIZE.matcher(Files.readString(Path.of(path)));
    while (sizes.find()) {
      said.put(sizes.group(1), Long.valueOf(sizes.group(2)));
    }
    assertTrue(said.size() > 6, said::toString);
    assertEquals(measured(build.classes(), said.keySet()), said);
  }

  private static Map<String, Long> measured(Path classes, Iterable<String> machines)
      throws IOException, ClassNotFoundException {
    Map<String, Long> measured = new TreeMap<>();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      for (String machine : machines) {
        Class<?> type = Class.forName(machine, false, loader);
        measured.put(machine, ClassLayout.parseClass(type).instanceSize());
      }
    }
    return measured;
  }

  private static final String SIZED =
      """
      package sized;

      import static dev.weft.Weft.*;

      import dev.weft.*;

      class Sized {
        @Async
        Coroutine<Long> mixed(boolean flag, byte small, long wide, char sign, double d, String s) {
          short middle = 3;
          long sum = wide;
          while (sum < 10) {
            await(yieldNow());
            sum += middle + small + sign + (long) d + s.length() + (flag ? 1 : 0);
          }
          return done(sum);
        }
      }
      """;
}
