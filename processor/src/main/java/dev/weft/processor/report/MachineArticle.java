// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.report;

import java.util.List;
import java.util.stream.Collectors;

/** One machine in the page: source, machine and graph beside each other, and tables below. */
final class MachineArticle {
  private final Picture picture;
  private final StringBuilder out = new StringBuilder();

  private MachineArticle(Picture picture) {
    this.picture = picture;
  }

  static String print(Picture picture) {
    MachineArticle article = new MachineArticle(picture);
    article.print();
    return article.out.toString();
  }

  private void print() {
    String machine = Html.text(picture.machine());
    out.append("<article id=\"%s\" aria-label=\"%s\">\n".formatted(machine, Html.text(name())));
    header();
    out.append("<div class=\"panes\">\n");
    lines("source", picture.file(), "Source", picture.source());
    lines("machine", picture.simpleName() + ".java", "Machine", picture.text());
    out.append(
        """
        <section class="pane graph">
        <h3>Control flow<span class="zoom">\
        <button type="button" data-zoom="in" aria-label="Zoom in">+</button>\
        <button type="button" data-zoom="out" aria-label="Zoom out">\u2212</button>\
        <button type="button" data-zoom="fit">Fit</button></span></h3>
        <div class="view" tabindex="0" role="group" aria-label="Control-flow graph">\
        <pre class="dot">%s</pre></div>
        </section>
        </div>
        """
            .formatted(Html.text(DotDiagram.print(picture))));
    out.append("<div class=\"tables\">\n");
    suspensions();
    new ObjectTable(picture, out).print();
    out.append("</div>\n</article>\n");
  }

  private String name() {
    return picture.owner() + "." + picture.method();
  }

  private void header() {
    String inPackage = picture.packageName().isEmpty() ? "" : picture.packageName() + ".";
    out.append(
        """
        <header>
        <h2><span class="owner">%s</span>%s</h2>
        <p>%s, %s, <strong>%s bytes</strong> an object</p>
        <div class="states" role="toolbar" aria-label="States" \
        aria-keyshortcuts="ArrowLeft ArrowRight">
        """
            .formatted(
                Html.text(inPackage + picture.owner() + "."),
                Html.text(picture.signature()),
                Count.of(picture.states().size(), "state"),
                Count.of(picture.suspensions().size(), "suspension point"),
                picture.size().bytes()));
    for (Picture.State state : picture.states()) {
      out.append(
          "<button type=\"button\" aria-pressed=\"false\" aria-label=\"State %s, line %s\"%s>%s</button>\n"
              .formatted(
                  state.number(),
                  state.line(),
                  Html.states(List.of(state.number())),
                  state.number()));
    }
    out.append("</div>\n</header>\n");
  }

  private void lines(String kind, String title, String what, List<Picture.Line> lines) {
    out.append(
        """
        <section class="pane %s">
        <h3>%s</h3>
        <div class="view" tabindex="0" role="group" aria-label="%s: %s">
        """
            .formatted(kind, Html.text(title), what, Html.text(title)));
    for (Picture.Line line : lines) {
      out.append(
          "<div class=\"line\"%s><span class=\"number\">%s</span><span class=\"of\">%s</span><code>%s</code></div>\n"
              .formatted(
                  Html.states(line.states()),
                  line.number(),
                  line.states().stream().map(MachineArticle::mark).collect(Collectors.joining()),
                  Html.text(line.text())));
    }
    out.append("</div>\n</section>\n");
  }

  /** A stripe in a state's colour: a line may belong to several. */
  private static String mark(int state) {
    return "<i" + Html.states(List.of(state)) + "></i>";
  }

  private void suspensions() {
    out.append("<section>\n<h3>Suspension points</h3>\n");
    if (picture.suspensions().isEmpty()) {
      out.append("<p>It is never left before its end.</p>\n</section>\n");
      return;
    }
    out.append(
        """
        <div class="scroll" tabindex="0" role="group" aria-label="Suspension points">
        <table>
        <thead><tr><th scope="col">States</th><th scope="col">Line</th>\
        <th scope="col">Awaited</th><th scope="col">Live across it</th></tr></thead>
        <tbody>
        """);
    for (Picture.Suspension suspension : picture.suspensions()) {
      out.append(
          "<tr%s><td>%s\u202f\u2192\u202f%s</td><td>%s</td><td><code>%s</code></td><td>%s%s</td></tr>\n"
              .formatted(
                  Html.states(List.of(suspension.from(), suspension.to())),
                  chip(suspension.from()),
                  chip(suspension.to()),
                  suspension.line(),
                  (suspension.emits() ? "<em>emit</em> " : "") + Html.text(suspension.awaited()),
                  suspension.live().isEmpty() ? "nothing" : variables("live", suspension.live()),
                  suspension.cleared().isEmpty()
                      ? ""
                      : " <span class=\"cleared\">cleared: "
                          + variables("dead", suspension.cleared())
                          + "</span>"));
    }
    out.append("</tbody>\n</table>\n</div>\n</section>\n");
  }

  private String variables(String kind, List<String> names) {
    return names.stream().map(name -> variable(kind, name)).collect(Collectors.joining(" "));
  }

  private String variable(String kind, String name) {
    String type =
        picture.size().slots().stream()
            .map(ObjectSize.Slot::field)
            .filter(field -> field.use() != ObjectSize.Use.RUNTIME && field.name().equals(name))
            .map(ObjectSize.Field::type)
            .findFirst()
            .orElse("");
    return "<span class=\"%s\"><code>%s</code> <small>%s</small></span>"
        .formatted(kind, Html.text(name), Html.text(type));
  }

  static String chip(int state) {
    return "<b class=\"chip\"%s>%s</b>".formatted(Html.states(List.of(state)), state);
  }
}
