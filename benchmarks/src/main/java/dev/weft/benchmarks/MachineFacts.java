// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks the system and the peers what they are. What it has not is left out. */
final class MachineFacts {
  private static final Pattern LIBRARY =
      Pattern.compile(
          "((?:kotlinx-coroutines-core-jvm|netty-transport|vertx-core|jmh-core)-\\d.*)\\.jar");

  private MachineFacts() {}

  static Map<String, String> here() throws IOException, InterruptedException {
    Map<String, String> facts = new LinkedHashMap<>();
    int cores = Runtime.getRuntime().availableProcessors();
    put(facts, "processor", value("/proc/cpuinfo", "model name") + ", " + cores + " cores");
    put(facts, "memory", value("/proc/meminfo", "MemTotal"));
    put(
        facts,
        "system",
        value("/etc/os-release", "PRETTY_NAME").replace("\"", "")
            + ", "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.version").replaceFirst("-.*", ""));
    put(facts, "JDK", System.getProperty("java.vm.name") + " " + Runtime.version());
    put(facts, "libraries", libraries());
    put(facts, "C", ask("cc", "--version"));
    put(facts, "Go", ask("go", "version"));
    put(facts, "Rust", ask("rustc", "--version"));
    put(facts, "tokio", tokio());
    put(facts, "Python", ask("/usr/bin/python3", "--version"));
    put(facts, "Node", ask("node", "--version"));
    return facts;
  }

  private static void put(Map<String, String> facts, String fact, String value) {
    if (!value.isEmpty()) {
      facts.put(fact, value);
    }
  }

  /** Of a line {@code key: value} or {@code key=value}. */
  private static String value(String file, String key) throws IOException {
    Path path = Path.of(file);
    if (!Files.isReadable(path)) {
      return "";
    }
    return Files.readAllLines(path).stream()
        .filter(line -> line.startsWith(key))
        .findFirst()
        .map(line -> line.replaceFirst("^[^:=]*[:=]", "").strip())
        .orElse("");
  }

  private static String libraries() {
    return Stream.of(System.getProperty("java.class.path").split(":"))
        .map(entry -> LIBRARY.matcher(Path.of(entry).getFileName().toString()))
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .sorted()
        .collect(Collectors.joining("; "));
  }

  private static String tokio() throws IOException {
    Path crates = Path.of("/usr/share/cargo/registry");
    if (!Files.isDirectory(crates)) {
      return "";
    }
    try (Stream<Path> folders = Files.list(crates)) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .filter(name -> name.matches("tokio-\\d.*"))
          .collect(Collectors.joining("; "));
    }
  }

  /** The first line that a command prints. */
  private static String ask(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
      String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? answer.lines().findFirst().orElse("") : "";
    } catch (IOException e) {
      return ""; // there is no such command
    }
  }
}
