// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.report;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Chromium without a window and without a network, driven by the WebDriver protocol. */
final class Browser implements AutoCloseable {
  private static final Pattern PORT = Pattern.compile("successfully on port (\\d+)");
  private static final Pattern SESSION = Pattern.compile("\"sessionId\":\"([^\"]+)\"");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-fA-F]{4}|.)");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process driver;
  private final String session;

  private Browser(Path driverProgram, Path chromium, Path profile) throws IOException {
    driver =
        new ProcessBuilder(driverProgram.toString(), "--port=0").redirectErrorStream(true).start();
    String server =
        "http://localhost:" + port(driver.inputReader(StandardCharsets.UTF_8)) + "/session";
    String answer =
        post(
            server,
            """
            {"capabilities":{"alwaysMatch":{
              "goog:loggingPrefs":{"browser":"ALL"},
              "goog:chromeOptions":{"binary":%s,"args":["headless=new","no-sandbox","disable-gpu",
                "disable-dev-shm-usage","hide-scrollbars","window-size=1440,900",
                "host-resolver-rules=MAP * ~NOTFOUND",%s]}}}}
            """
                .formatted(quoted(chromium.toString()), quoted("user-data-dir=" + profile)));
    Matcher id = SESSION.matcher(answer);
    if (!id.find()) {
      driver.destroy();
      throw new IOException(answer);
    }
    session = server + "/" + id.group(1);
  }

  /** Empty if there is none on this machine. */
  static Optional<Browser> start(Path profile) throws IOException {
    Optional<Path> driver = program("chromedriver");
    Optional<Path> chromium = program("chromium");
    return driver.isPresent() && chromium.isPresent()
        ? Optional.of(new Browser(driver.get(), chromium.get(), profile))
        : Optional.empty();
  }

  private static Optional<Path> program(String name) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static String port(BufferedReader output) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher port = PORT.matcher(line);
      if (port.find()) {
        return port.group(1);
      }
    }
    throw new IOException("chromedriver did not start");
  }

  void open(String uri) throws IOException {
    post(session + "/url", "{\"url\":" + quoted(uri) + "}");
  }

  /** What a script returns, as text. */
  String run(String script) throws IOException {
    return text(post(session + "/execute/sync", script(script)));
  }

  /** Runs a script until it calls {@code done} with a text. */
  String await(String script) throws IOException {
    String named = "const done = arguments[arguments.length - 1];" + script;
    return text(post(session + "/execute/async", script(named)));
  }

  /** Presses and lets go of keys, one after the other: characters, or those of {@link Key}. */
  void type(String keys) throws IOException {
    StringBuilder actions = new StringBuilder();
    keys.codePoints()
        .mapToObj(Character::toString)
        .forEach(
            key ->
                actions
                    .append(actions.length() == 0 ? "" : ",")
                    .append("{\"type\":\"keyDown\",\"value\":%s},".formatted(quoted(key)))
                    .append("{\"type\":\"keyUp\",\"value\":%s}".formatted(quoted(key))));
    post(
        session + "/actions",
        "{\"actions\":[{\"type\":\"key\",\"id\":\"keys\",\"actions\":[" + actions + "]}]}");
  }

  /** Keys that are no characters, as WebDriver numbers them. */
  static final class Key {
    static final String TAB = "\uE004";
    static final String ENTER = "\uE007";
    static final String ESCAPE = "\uE00C";
    static final String END = "\uE010";
    static final String HOME = "\uE011";
    static final String LEFT = "\uE012";
    static final String RIGHT = "\uE014";
    static final String DOWN = "\uE015";

    private Key() {}
  }

  /** What the system is said to prefer: {@code light} or {@code dark}. */
  void prefer(String scheme) throws IOException {
    post(
        session + "/goog/cdp/execute",
        """
        {"cmd":"Emulation.setEmulatedMedia","params":{"features":[
          {"name":"prefers-color-scheme","value":%s},
          {"name":"prefers-reduced-motion","value":"reduce"}]}}
        """
            .formatted(quoted(scheme)));
  }

  /** All that the console has said since the last time: {@code []} if it has been silent. */
  String log() throws IOException {
    String answer = post(session + "/se/log", "{\"type\":\"browser\"}");
    return answer.replaceFirst("^\\{\"value\":", "").replaceFirst("}\\s*$", "");
  }

  void screenshot(Path file) throws IOException {
    String answer = send(HttpRequest.newBuilder(URI.create(session + "/screenshot")).build());
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, Base64.getDecoder().decode(text(answer)));
  }

  @Override
  public void close() throws IOException {
    try {
      send(HttpRequest.newBuilder(URI.create(session)).DELETE().build());
    } finally {
      driver.destroy();
    }
  }

  private static String script(String script) {
    return "{\"script\":" + quoted(script) + ",\"args\":[]}";
  }

  private String post(String uri, String json) throws IOException {
    return send(
        HttpRequest.newBuilder(URI.create(uri))
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  private String send(HttpRequest request) throws IOException {
    try {
      HttpResponse<String> response =
          client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (response.statusCode() != 200) {
        throw new IOException(response.body());
      }
      return response.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static String text(String answer) {
    int from = answer.indexOf("\"value\":\"");
    if (from < 0) {
      return answer;
    }
    String raw = answer.substring(from + 9, answer.lastIndexOf('"'));
    return ESCAPE
        .matcher(raw)
        .replaceAll(match -> Matcher.quoteReplacement(unescaped(match.group(1))));
  }

  private static String unescaped(String escape) {
    return switch (escape.charAt(0)) {
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'u' -> Character.toString((char) Integer.parseInt(escape.substring(1), 16));
      default -> escape;
    };
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
