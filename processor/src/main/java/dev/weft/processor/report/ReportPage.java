// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The page around the machines: their index, the style sheet, the script and what it lays out. */
final class ReportPage {
  private ReportPage() {}

  static String print(List<Picture> pictures) {
    StringBuilder index = new StringBuilder();
    StringBuilder articles = new StringBuilder();
    for (Picture picture : pictures) {
      index.append(entry(picture));
      articles.append(MachineArticle.print(picture));
    }
    int suspensions = pictures.stream().mapToInt(picture -> picture.suspensions().size()).sum();
    return PAGE.replace("{style}", resource("report.css"))
        .replace("{count}", Count.of(pictures.size(), "machine"))
        .replace("{summary}", Count.of(suspensions, "suspension point"))
        .replace("{layout}", resource("viz-global.js"))
        .replace("{script}", resource("report.js"))
        // Last, as the user's text may hold what stands for another part.
        .replace("{index}\n", index)
        .replace("{machines}\n", articles);
  }

  private static String entry(Picture picture) {
    return """
        <li><a href="#%s"><span class="method">%s</span><span class="owner">%s</span>\
        <span class="size">%s, %s bytes</span></a></li>
        """
        .formatted(
            Html.text(picture.machine()),
            Html.text(picture.method()),
            Html.text(picture.owner()),
            Count.of(picture.states().size(), "state"),
            picture.size().bytes());
  }

  private static String resource(String name) {
    try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing beside " + ReportPage.class);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>Weft: {count}</title>
      <style>
      {style}</style>
      </head>
      <body>
      <a class="skip" href="#machines">Skip to the machine</a>
      <nav aria-label="Machines">
      <header>
      <h1>Weft</h1>
      <p>{count}, {summary}</p>
      <input id="filter" type="search" placeholder="Filter machines" aria-label="Filter machines" \
      aria-keyshortcuts="/" autocomplete="off" spellcheck="false">
      </header>
      <ul id="index">
      {index}
      </ul>
      <p id="none" role="status" hidden>No machine has that in its name.</p>
      <footer>
      <button id="theme" type="button" aria-keyshortcuts="t">Theme: system</button>
      <button id="help" type="button" aria-keyshortcuts="?">Keys</button>
      </footer>
      </nav>
      <main id="machines" tabindex="-1">
      {machines}
      <noscript><p>Without JavaScript this page shows no graphs and selects nothing.</p></noscript>
      </main>
      <dialog id="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">Keys</h2>
      <dl>
      <dt><kbd>\u2190</kbd> <kbd>\u2192</kbd></dt><dd>previous, next state</dd>
      <dt><kbd>Home</kbd> <kbd>End</kbd></dt><dd>first, last state</dd>
      <dt><kbd>p</kbd> <kbd>n</kbd></dt><dd>previous, next machine</dd>
      <dt><kbd>\u2191</kbd> <kbd>\u2193</kbd></dt><dd>move in the index, from the filter too</dd>
      <dt><kbd>/</kbd></dt><dd>filter the machines</dd>
      <dt><kbd>+</kbd> <kbd>-</kbd> <kbd>0</kbd></dt><dd>zoom the graph, fit it</dd>
      <dt><kbd>Esc</kbd></dt><dd>select nothing</dd>
      <dt><kbd>t</kbd></dt><dd>light, dark, as the system</dd>
      <dt><kbd>?</kbd></dt><dd>show this</dd>
      </dl>
      <p>Graphs are laid out in this page by Viz.js, \u00a9 Michael Daines (MIT), which contains
      Graphviz (EPL) and Expat (MIT); their sources are at
      github.com/mdaines/viz-js, graphviz.org and libexpat.github.io.</p>
      <form method="dialog"><button>Close</button></form>
      </dialog>
      <script>
      {layout}</script>
      <script>
      {script}</script>
      </body>
      </html>
      """;
}
