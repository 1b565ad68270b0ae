// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weft.processor.report.Browser.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The report in Chromium, opened from disk, with no network and by keyboard. Without Chromium and
 * its driver the tests are skipped. Pictures for people to look at are left in {@code
 * target/report}.
 */
class BrowserTest {
  private static final Path SCREENSHOTS = Path.of("target", "report");

  @TempDir static Path folder;

  private static @Nullable Browser browser;
  private static String page = "";

  @BeforeAll
  static void start() throws IOException {
    Optional<Browser> found = Browser.start(folder.resolve("profile"));
    if (found.isEmpty()) {
      return; // so that each test is skipped, and counted
    }
    browser = found.get();
    Map<String, String> sources = new LinkedHashMap<>();
    for (String name : new String[] {"echo", "finallies", "oldswitch", "generator"}) {
      sources.putAll(Build.golden(name));
    }
    sources.put("hostile/Hostile.java", ReportTest.HOSTILE);
    Build build = new Build(folder);
    ReportTest.page(sources, build);
    Path file = Files.copy(build.file("report.html"), folder.resolve("a report.html"));
    page = file.toUri().toString();
  }

  @AfterAll
  static void stop() throws IOException {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void open() throws IOException {
    browser().open("about:blank");
    browser().prefer("light");
    show("golden.echo.Input_echo");
    browser().log();
  }

  @AfterEach
  void theConsoleWasSilent() throws IOException {
    assertEquals("[]", browser().log());
    assertEquals("0", browser().run("return '' + performance.getEntriesByType('resource').length"));
  }

  private static Browser browser() {
    assumeTrue(browser != null, "chromium and chromedriver are on the path");
    return browser;
  }

  private static void show(String hash) throws IOException {
    browser().open(page + "#" + hash);
    drawn();
  }

  /** Waits for the graph, which is laid out after all else. */
  private static void drawn() throws IOException {
    browser()
        .await(
            """
            (function look() {
              document.querySelector("article:not([hidden]) svg") ? done("") : requestAnimationFrame(look);
            })()""");
  }

  /** The selected parts of the machine shown: lines of the source and machine, nodes, buttons. */
  private static String selected() throws IOException {
    return browser()
        .run(
            """
            const shown = document.querySelector("article:not([hidden])");
            const numbers = pane => [...shown.querySelectorAll(pane + " .line.on .number")].map(e => e.textContent);
            return "source " + numbers(".source").join(",")
                + " machine " + numbers(".machine").length
                + " graph " + [...shown.querySelectorAll("svg .state.on")].map(e => e.dataset.s)
                + " button " + [...shown.querySelectorAll("[aria-pressed=true]")].map(e => e.textContent)
                + " at " + decodeURIComponent(location.hash);""");
  }

  @Test
  void arrowKeysSelectAStateInAllPanes() throws IOException {
    assertEquals("source  machine 0 graph  button  at #golden.echo.Input_echo", selected());
    browser().type(Key.RIGHT);
    String first = selected();
    assertTrue(
        first.matches(
            "source \\d+ machine [1-9]\\d* graph 0 button 0 at #golden.echo.Input_echo/0"),
        first);
    browser().type(Key.RIGHT + Key.RIGHT);
    String third = selected();
    assertTrue(third.matches("source \\d+,\\d+ machine [1-9]\\d* graph 2 button 2 at .*/2"), third);
    browser().type(Key.LEFT);
    assertTrue(selected().contains(" graph 1 button 1 "), selected());
    browser().type(Key.END);
    assertTrue(selected().contains(" graph 6 button 6 "), selected());
    browser().type(Key.RIGHT);
    assertTrue(selected().contains(" graph 6 button 6 "), selected());
    browser().type(Key.HOME);
    assertTrue(selected().contains(" graph 0 button 0 "), selected());
    browser().type(Key.ESCAPE);
    assertEquals("source  machine 0 graph  button  at #golden.echo.Input_echo", selected());
  }

  @Test
  void aStateHasOneColourEverywhere() throws IOException {
    show("golden.echo.Input_echo/2");
    assertEquals(
        "1",
        browser()
            .run(
                """
                const shown = document.querySelector("article:not([hidden])");
                const colours = new Set([
                  getComputedStyle(shown.querySelector(".source .line.on")).backgroundColor,
                  getComputedStyle(shown.querySelector(".machine .line.on")).backgroundColor,
                  getComputedStyle(shown.querySelector("svg .state.on path")).fill,
                  getComputedStyle(shown.querySelector(".states [aria-pressed=true]")).backgroundColor]);
                return "" + colours.size;"""));
  }

  @Test
  void aClickSelectsAndALineOfTwoStatesGoesRoundThem() throws IOException {
    browser()
        .run(
            "document.querySelector('article:not([hidden]) svg .state[data-s=\"3\"]').dispatchEvent(new MouseEvent('click', {bubbles: true}))");
    assertTrue(selected().contains(" graph 3 button 3 "), selected());
    String line =
        "document.querySelector('article:not([hidden]) .source .line[data-s=\"1 2\"] code').click()";
    browser().run(line);
    assertTrue(selected().contains(" graph 1 button 1 "), selected());
    browser().run(line);
    assertTrue(selected().contains(" graph 2 button 2 "), selected());
  }

  @Test
  void machinesAreFoundByTyping() throws IOException {
    browser().type("/HOSTile");
    assertEquals(
        "1",
        browser().run("return '' + document.querySelectorAll('#index li:not([hidden])').length"));
    browser().type(Key.DOWN);
    assertTrue(focused().contains("hostile.Hostile_"), focused());
    browser().type(Key.ENTER);
    drawn();
    assertEquals("Weft: Hostile.ünï$_code", browser().run("return document.title"));
    browser().type("/nothing of that name");
    assertEquals("false", browser().run("return '' + document.getElementById('none').hidden"));
  }

  @Test
  void machinesFollowOneAnother() throws IOException {
    String first = browser().run("return document.title");
    browser().type("n");
    drawn();
    String next = browser().run("return document.title");
    assertTrue(!next.equals(first), next);
    browser().type("p");
    assertEquals(first, browser().run("return document.title"));
  }

  @Test
  void theUsersTextIsShownAndRunsNothing() throws IOException {
    show("hostile.Hostile_%C3%BCn%C3%AF%24_code");
    String shown =
        browser()
            .run("return document.querySelector('article:not([hidden]) .source .view').innerText");
    assertTrue(
        shown.contains(
            "\"</script></pre><!--<script>alert('1')</script>&amp;\\\\ %s $1 {script} {machines}\";"),
        shown);
    assertTrue(shown.contains("世界 \uD83E\uDDF5"), shown);
    String graph =
        browser().run("return document.querySelector('article:not([hidden]) svg').textContent");
    assertTrue(graph.contains("\"</script></pre>"), graph);
    browser().screenshot(SCREENSHOTS.resolve("hostile.png"));
  }

  @Test
  void allCanBeReachedByTabAndTheFocusIsSeen() throws IOException {
    Set<String> stops = new LinkedHashSet<>();
    for (int tab = 0; tab < 60; tab++) {
      browser().type(Key.TAB);
      String focused = focused();
      if (focused.equals("BODY")) {
        continue; // past the end
      }
      if (!stops.add(focused)) {
        break;
      }
      assertEquals(
          "solid",
          browser().run("return getComputedStyle(document.activeElement).outlineStyle"),
          focused);
    }
    String all = String.join("\n", stops);
    assertTrue(all.contains("A #machines"), all);
    assertTrue(all.contains("INPUT Filter machines"), all);
    assertTrue(all.contains("A #golden.echo.Input_echo"), all);
    assertTrue(all.contains("BUTTON Theme"), all);
    assertTrue(all.contains("BUTTON State 0"), all);
    assertTrue(!all.contains("BUTTON State 1"), "one of the toolbar's buttons is enough\n" + all);
    assertTrue(all.contains("DIV Source: Input.java"), all);
    assertTrue(all.contains("DIV Machine: Input_echo.java"), all);
    assertTrue(all.contains("DIV Control-flow graph"), all);
    assertTrue(all.contains("BUTTON Zoom in"), all);
    assertTrue(all.contains("DIV Suspension points"), all);
    assertTrue(all.contains("DIV Fields and variables"), all);
  }

  private static String focused() throws IOException {
    return browser()
        .run(
            """
            const e = document.activeElement;
            return e.tagName + (e.hash ? " " + decodeURIComponent(e.hash) : "") + (e === document.body ? "" : " " + (e.ariaLabel ?? e.textContent));""")
        .replaceFirst("^BODY.*", "BODY");
  }

  /** WCAG 2, level AA: all text has a contrast of 4.5 to 1 with what is behind it. */
  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void textStandsOutInBothSchemes(String scheme) throws IOException {
    browser().prefer(scheme);
    show("golden.finallies.Input_after/3".replace("Input_after", machineOf("golden.finallies.")));
    assertEquals("dark".equals(scheme) ? "dark" : "light", browser().run(SCHEME));
    assertEquals("", browser().run(CONTRAST));
    browser().screenshot(SCREENSHOTS.resolve(scheme + ".png"));
  }

  @Test
  void theThemeCanBeChosen() throws IOException {
    browser().type("t");
    assertEquals("light", browser().run(SCHEME));
    browser().type("t");
    assertEquals("dark", browser().run(SCHEME));
    assertEquals("", browser().run(CONTRAST));
    browser().type("t");
    assertEquals("light", browser().run(SCHEME));
  }

  @Test
  void theKeysAreExplained() throws IOException {
    browser().type("?");
    assertEquals("true", browser().run("return '' + document.getElementById('keys').open"));
    browser().type(Key.RIGHT);
    assertTrue(selected().contains("button  at"), selected());
    browser().type(Key.ESCAPE);
    assertEquals("false", browser().run("return '' + document.getElementById('keys').open"));
  }

  private static String machineOf(String prefix) throws IOException {
    return browser()
        .run(
            "return [...document.querySelectorAll('article')].map(a => a.id).find(id => id.startsWith('%s'))"
                .formatted(prefix))
        .substring(prefix.length());
  }

  private static final String SCHEME =
      "const c = getComputedStyle(document.body).color.match(/\\d+/g); return c[0] > 128 ? 'dark' : 'light'";

  /** The colours are asked of a canvas, as the style sheet has them in several notations. */
  private static final String CONTRAST =
      """
      const context = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
      const rgb = (colour, below) => {
        context.fillStyle = "rgb(" + below + ")";
        context.fillRect(0, 0, 1, 1);
        context.fillStyle = colour;
        context.fillRect(0, 0, 1, 1);
        return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
      };
      const behind = e => {
        const stack = [];
        for (let at = e; at; at = at.parentElement) {
          const style = getComputedStyle(at);
          stack.unshift(at.matches(".state") ? getComputedStyle(at.querySelector("path")).fill : style.backgroundColor);
        }
        return stack.reduce((below, colour) => rgb(colour, below), [255, 255, 255]);
      };
      const luminance = c => {
        const [r, g, b] = c.map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const low = new Set();
      let checked = 0;
      for (const e of document.querySelectorAll("nav *, article:not([hidden]) *")) {
        const isText = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
        if (!isText || !e.checkVisibility() || e.closest(".gap")) {
          continue;
        }
        const style = getComputedStyle(e);
        const back = behind(e);
        const fore = rgb(e instanceof SVGElement ? style.fill : style.color, back);
        const [a, b] = [luminance(fore), luminance(back)].sort((x, y) => y - x);
        const ratio = (a + 0.05) / (b + 0.05);
        checked++;
        if (ratio < 4.5) {
          low.add(e.tagName + "." + (e.className.baseVal ?? e.className) + " " + ratio.toFixed(2) + " " + e.textContent.slice(0, 20));
        }
      }
      return checked < 100 ? "only " + checked : [...low].join("\\n");""";
}
