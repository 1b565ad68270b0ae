// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an object of the machine holds: to scale, as a table, and which variables are not in it. */
final class ObjectTable {
  private static final String LAYOUT = "on a 64-bit HotSpot, references compressed";

  private final Picture picture;
  private final StringBuilder out;

  ObjectTable(Picture picture, StringBuilder out) {
    this.picture = picture;
    this.out = out;
  }

  void print() {
    out.append(
        "<section>\n<h3>Object: %s bytes<small>%s</small></h3>\n"
            .formatted(picture.size().bytes(), LAYOUT));
    out.append("<div class=\"bar\" aria-hidden=\"true\">\n");
    for (ObjectSize.Slot slot : picture.size().slots()) {
      out.append(
          "<span class=\"%s\" style=\"flex-grow:%s\" title=\"%s, %s bytes at %s\">%s</span>\n"
              .formatted(
                  use(slot),
                  slot.size(),
                  Html.text(slot.field().name()),
                  slot.size(),
                  slot.offset(),
                  Html.text(slot.field().name())));
    }
    out.append(
        """
        </div>
        <div class="scroll" tabindex="0" role="group" aria-label="Fields and variables">
        <table>
        <thead><tr><th scope="col">Name</th><th scope="col">Type</th><th scope="col">Kept in</th>\
        <th scope="col" class="amount">Bytes</th><th scope="col">Live across</th></tr></thead>
        <tbody>
        """);
    picture.size().slots().forEach(this::row);
    for (Picture.Place place : picture.variables()) {
      out.append(
          "<tr class=\"local\"><td><code>%s</code></td><td><code>%s</code></td><td>%s</td><td class=\"amount\">\u2013</td><td></td></tr>\n"
              .formatted(Html.text(place.name()), Html.text(place.type()), place.where()));
    }
    out.append(
        """
        </tbody>
        </table>
        </div>
        </section>
        """);
  }

  private void row(ObjectSize.Slot slot) {
    ObjectSize.Field field = slot.field();
    String kept =
        switch (field.use()) {
          case HEADER -> "every object";
          case RUNTIME -> "inherited";
          case MACHINE, VARIABLE -> "a field";
          case GAP -> "for alignment";
        };
    String name =
        field.type().isEmpty() ? field.name() : "<code>" + Html.text(field.name()) + "</code>";
    out.append(
        "<tr class=\"%s\"><td>%s</td><td><code>%s</code></td><td>%s</td><td class=\"amount\">%s</td><td>%s</td></tr>\n"
            .formatted(use(slot), name, Html.text(field.type()), kept, slot.size(), across(field)));
  }

  /** The states that the machine may be left in while the field is wanted. */
  private String across(ObjectSize.Field field) {
    if (field.use() != ObjectSize.Use.VARIABLE) {
      return "";
    }
    List<Integer> states =
        picture.suspensions().stream()
            .filter(suspension -> suspension.live().contains(field.name()))
            .map(Picture.Suspension::to)
            .distinct()
            .sorted()
            .toList();
    return states.stream().map(MachineArticle::chip).collect(Collectors.joining(" "));
  }

  private static String use(ObjectSize.Slot slot) {
    return slot.field().use().name().toLowerCase(Locale.ROOT);
  }
}
