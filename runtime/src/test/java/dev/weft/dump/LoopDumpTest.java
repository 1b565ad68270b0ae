// SPDX-License-Identifier: Apache-2.0
package dev.weft.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weft.dump.TaskDump.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How a dump is written: for people, and for tools, by whose parser it is read here. */
class LoopDumpTest {
  private static final ObjectMapper PARSER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static TaskDump task(int id, int parent, String name, @Nullable String waitsFor) {
    StackTraceElement frame = new StackTraceElement("a.B", "c", "B.java", 7);
    return new TaskDump(
        id,
        name,
        parent,
        Status.WAITING,
        waitsFor,
        0,
        Duration.ofMillis(5),
        null,
        List.of(frame),
        0);
  }

  private static LoopDump dump(TaskDump... tasks) {
    return new LoopDump("main", false, List.of(tasks));
  }

  @Test
  void everyStringComesBackFromJson() throws IOException {
    StringBuilder all = new StringBuilder();
    for (char c = 0; c < 0xd800; c++) {
      all.append(c);
    }
    all.append("\ud83e\uddf5").append('\uffff').append("</script>\\\"");
    String name = all.toString();
    JsonNode read = PARSER.readTree(dump(task(1, 0, name, name)).toJson());
    assertEquals(name, read.at("/tasks/0/name").textValue());
    assertEquals(name, read.at("/tasks/0/waitsFor").textValue());
  }

  @Test
  void halvesOfPairsAreEscaped() throws IOException {
    for (String odd :
        List.of("\ud800", "a\udc00", "\ud800\ud800", "\udc00\ud800x", "\ud83e\uddf5\udc00")) {
      String json = dump(task(1, 0, odd, null)).toJson();
      assertEquals(odd, PARSER.readTree(json).at("/tasks/0/name").textValue());
      assertTrue(json.contains("\\ud"), json);
    }
  }

  @Test
  void everyFieldIsInJson() throws IOException {
    TaskDump task =
        new TaskDump(
            7,
            "t",
            3,
            Status.SLEEPING,
            "x",
            8,
            Duration.ofMillis(1500),
            Duration.ofMillis(20),
            List.of(
                new StackTraceElement("a.B", "c", "B.java", 7),
                new StackTraceElement("a.D", "e", null, -1)),
            9);
    LoopDump dump = new LoopDump(null, true, List.of(task));
    assertEquals(
        PARSER.readTree(
            """
            [{"thread": null, "heldUp": true, "tasks": [
              {"id": 7, "name": "t", "parent": 3, "status": "sleeping", "waitsFor": "x", "joins": 8,
               "waitedMillis": 1500, "leftMillis": 20,
               "frames": [{"class": "a.B", "method": "c", "file": "B.java", "line": 7},
                          {"class": "a.D", "method": "e"}], "hidden": 9}]},
             {"thread": null, "heldUp": true, "tasks": []}]
            """),
        PARSER.readTree(LoopDump.toJson(List.of(dump, new LoopDump(null, true, List.of())))));
    assertEquals(
        PARSER.readTree(dump.toJson()).get("tasks").get(0), PARSER.readTree(task.toJson()));
    assertEquals("[]", LoopDump.toJson(List.of()));
  }

  @Test
  void theTextIsATree() {
    assertEquals(
        """
        loop on thread main, 5 tasks
        ├── a, waiting, for 0.005 s
        │   │   at a.B.c(B.java:7)
        │   ├── b, waiting, for 0.005 s
        │   │   │   at a.B.c(B.java:7)
        │   │   └── d, waiting, for 0.005 s
        │   │           at a.B.c(B.java:7)
        │   └── e, waiting, for 0.005 s
        │           at a.B.c(B.java:7)
        └── c, waiting, for 0.005 s
                at a.B.c(B.java:7)\
        """,
        dump(
                task(1, 0, "a", null),
                task(2, 1, "b", null),
                task(3, 0, "c", null),
                task(4, 2, "d", null),
                task(5, 1, "e", null))
            .toString());
  }

  @Test
  void wordsDoNotBreakLines() {
    String text = dump(task(1, 0, "a\nb", "x\r\u0085\u2028\ud83e\uddf5")).toString();
    assertEquals(3, text.split("\\R").length, text);
    assertTrue(text.contains("a\\u000ab, waiting for x\\u000d\\u0085\\u2028\ud83e\uddf5"), text);
  }

  @Test
  void theTextIsTheSameInEveryLanguage() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertEquals("t, waiting, for 0.005 s", task(1, 0, "t", null).summary());
      assertFalse(dump(task(1, 0, "\u0001", null)).toJson().contains("\u0660"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void tasksThatSpawnEachOtherInARowOverflowNothing() {
    List<TaskDump> row = new ArrayList<>();
    for (int id = 1; id <= 20_000; id++) {
      row.add(task(id, id - 1, "t" + id, null));
    }
    LoopDump dump = new LoopDump("main", false, row);
    assertEquals(40_001, dump.toString().lines().count());
    assertTrue(dump.toString().lines().allMatch(line -> line.length() < 200));
  }

  @Test
  void aDumpDoesNotChange() {
    List<TaskDump> tasks = new ArrayList<>(List.of(task(1, 0, "a", null)));
    LoopDump dump = new LoopDump("main", false, tasks);
    tasks.clear();
    assertEquals(1, dump.tasks().size());
    assertThrows(UnsupportedOperationException.class, () -> dump.tasks().clear());
    assertThrows(UnsupportedOperationException.class, () -> dump.tasks().get(0).frames().clear());
  }
}
