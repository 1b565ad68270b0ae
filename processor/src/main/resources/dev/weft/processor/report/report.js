// SPDX-License-Identifier: Apache-2.0
"use strict";
(() => {
  const index = document.getElementById("index");
  const filter = document.getElementById("filter");
  const links = [...index.querySelectorAll("a")];
  const articles = [...document.querySelectorAll("article")];
  const graphviz = Viz.instance();
  let article = null;
  let state = null; // the selected one, as text

  // ---- Machines -------------------------------------------------------------------------------

  /** The address says what is shown: #machine, or #machine/state. */
  function followAddress() {
    const [machine, wanted] = decoded(location.hash).split("/");
    const next = articles.find(a => a.id === machine) ?? article ?? articles[0];
    if (!next) {
      return;
    }
    if (next !== article) {
      article = next;
      articles.forEach(a => { a.hidden = a !== article; });
      links.forEach(link => {
        if (machineOf(link) === article.id) {
          link.setAttribute("aria-current", "page");
          link.scrollIntoView({block: "nearest"});
        } else {
          link.removeAttribute("aria-current");
        }
      });
      document.title = "Weft: " + article.getAttribute("aria-label");
      prepare(article);
      state = null;
    }
    select(wanted !== undefined && buttons().some(b => b.dataset.s === wanted) ? wanted : null);
  }

  function machineOf(link) {
    return decoded(link.hash);
  }

  function decoded(hash) {
    try {
      return decodeURIComponent(hash.slice(1));
    } catch {
      return ""; // somebody typed it
    }
  }

  /** Does once for a machine what would take long for all. */
  function prepare(shown) {
    if (shown.dataset.prepared) {
      return;
    }
    shown.dataset.prepared = "true";
    shown.querySelectorAll(".source, .machine").forEach(highlight);
    buttons().forEach((button, i) => { button.tabIndex = i === 0 ? 0 : -1; });
    draw(shown);
  }

  function step(by) {
    const shown = links.filter(link => !link.parentElement.hidden);
    const at = shown.findIndex(link => machineOf(link) === article.id);
    const next = shown[Math.min(Math.max(at + by, 0), shown.length - 1)];
    if (next) {
      location.hash = next.hash;
    }
  }

  filter.addEventListener("input", () => {
    const words = filter.value.toLowerCase().split(/\s+/);
    let found = 0;
    for (const link of links) {
      const name = machineOf(link).toLowerCase() + " " + link.textContent.toLowerCase();
      const matches = words.every(word => name.includes(word));
      link.parentElement.hidden = !matches;
      found += matches ? 1 : 0;
    }
    document.getElementById("none").hidden = found > 0;
  });

  // ---- States ---------------------------------------------------------------------------------

  function buttons() {
    return [...article.querySelectorAll(".states button")];
  }

  function has(element, number) {
    return element.dataset.s.split(" ").includes(number);
  }

  function select(number) {
    state = number;
    for (const element of article.querySelectorAll("[data-s]")) {
      const isOf = number !== null && has(element, number);
      element.classList.toggle("on", isOf);
      paint(element, isOf ? number : element.dataset.s.split(" ")[0]);
    }
    buttons().forEach((button, i) => {
      const isSelected = button.dataset.s === number;
      button.setAttribute("aria-pressed", isSelected);
      button.tabIndex = isSelected || (number === null && i === 0) ? 0 : -1;
    });
    if (number !== null) {
      article.querySelectorAll(".view, .scroll").forEach(reveal);
    }
  }

  /** What belongs to several states has the colour of the one that is meant. */
  function paint(element, number) {
    if (element.dataset.s.includes(" ")) {
      element.style.setProperty("--hue", hue(article, number));
    }
  }

  function hue(of, number) {
    const button = [...of.querySelectorAll(".states button")].find(b => b.dataset.s === number);
    return button.style.getPropertyValue("--hue");
  }

  /** Changes the address without a step in the history for each state. */
  function go(number) {
    history.replaceState(null, "", "#" + encodeURIComponent(article.id) + (number === null ? "" : "/" + number));
    select(number);
  }

  function move(by) {
    const all = buttons().map(button => button.dataset.s);
    const at = all.indexOf(state);
    const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1);
    go(all[next]);
    if (document.activeElement?.closest(".states")) {
      buttons()[next].focus();
    }
  }

  /** Scrolls a view so that what is selected can be seen, and no other part of the page. */
  function reveal(view) {
    const selected = [...view.querySelectorAll(".line.on, tr.on, .state.on")];
    if (selected.length === 0) {
      return;
    }
    const box = view.getBoundingClientRect();
    const first = selected[0].getBoundingClientRect();
    const last = selected[selected.length - 1].getBoundingClientRect();
    const fits = last.bottom - first.top < box.height;
    const end = fits ? last.bottom : first.bottom;
    const margin = Math.min(40, (box.height - (end - first.top)) / 2);
    if (first.top < box.top + margin) {
      view.scrollTop += first.top - box.top - margin;
    } else if (end > box.bottom - margin) {
      view.scrollTop += end - box.bottom + margin;
    }
    if (view.querySelector("svg")) {
      if (first.left < box.left) {
        view.scrollLeft += first.left - box.left - 20;
      } else if (first.right > box.right) {
        view.scrollLeft += first.right - box.right + 20;
      }
    }
  }

  document.addEventListener("click", event => {
    const target = event.target.closest("article [data-s]");
    const zoom = event.target.closest("[data-zoom]");
    if (zoom) {
      zoomBy(zoom.dataset.zoom);
    } else if (target && getSelection().isCollapsed) {
      const all = (event.target.closest("i[data-s], .chip") ?? target).dataset.s.split(" ");
      // A line of several states goes round them.
      go(all[(all.indexOf(state) + 1) % all.length]);
    }
  });

  document.addEventListener("mouseover", event => {
    const target = event.target.closest?.("article [data-s]");
    const hot = target ? target.dataset.s.split(" ")[0] : null;
    article?.querySelectorAll("[data-s]").forEach(e => e.classList.toggle("hot", hot !== null && has(e, hot)));
  });

  // ---- The graph ------------------------------------------------------------------------------

  async function draw(shown) {
    const view = shown.querySelector(".graph .view");
    const source = view.querySelector(".dot");
    try {
      const svg = (await graphviz).renderSVGElement(source.textContent);
      dress(svg, shown);
      source.replaceWith(svg);
    } catch (error) {
      source.insertAdjacentText("beforebegin", "The graph could not be laid out: " + error.message);
      return;
    }
    fit(view);
    if (shown === article) {
      select(state);
    }
  }

  /** Gives its colours to the style sheet, and to each node what all that is of a state has. */
  function dress(svg, shown) {
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", "Control-flow graph of " + shown.getAttribute("aria-label"));
    svg.dataset.width = parseFloat(svg.getAttribute("width"));
    svg.dataset.height = parseFloat(svg.getAttribute("height"));
    svg.querySelectorAll("title, a > title").forEach(title => {
      const names = title.textContent.split("->");
      if (names.length === 2) {
        title.parentElement.dataset.from = names[0].replace("s", "");
      }
      title.remove(); // it would be a tooltip
    });
    svg.querySelectorAll("[id]").forEach(e => e.removeAttribute("id"));
    svg.querySelectorAll("[fill], [stroke]").forEach(e => {
      if (e.getAttribute("fill") !== "none") {
        e.removeAttribute("fill");
      }
      e.removeAttribute("stroke");
    });
    svg.querySelectorAll(".state").forEach(node => {
      const number = [...node.classList].find(name => /^s\d+$/.test(name)).slice(1);
      node.dataset.s = number;
      node.style.setProperty("--hue", hue(shown, number));
    });
    svg.querySelectorAll(".edge").forEach(edge => {
      edge.dataset.s = edge.dataset.from;
      edge.querySelectorAll("text").forEach(text => text.removeAttribute("font-family"));
    });
  }

  function fit(view) {
    const svg = view.querySelector("svg");
    if (svg) {
      const room = view.clientWidth - 20;
      scale(svg, Math.min(1.25, Math.max(0.55, room / svg.dataset.width)));
    }
  }

  function zoomBy(how) {
    const view = article.querySelector(".graph .view");
    const svg = view.querySelector("svg");
    if (how === "fit") {
      fit(view);
    } else if (svg) {
      const factor = how === "in" ? 1.2 : 1 / 1.2;
      scale(svg, Math.min(4, Math.max(0.2, svg.getBoundingClientRect().width / svg.dataset.width * factor)));
    }
  }

  function scale(svg, factor) {
    svg.setAttribute("width", svg.dataset.width * factor);
    svg.setAttribute("height", svg.dataset.height * factor);
  }

  // ---- Java -----------------------------------------------------------------------------------

  const TOKEN = new RegExp([
    /(?<comment>\/\/.*|\/\*[^]*?\*\/)/,
    /(?<string>"""[^]*?[^\\]"""|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')/,
    /(?<keyword>(?<![\w.$@])(?:abstract|assert|boolean|break|byte|case|catch|char|class|continue|default|do|double|else|enum|extends|final|finally|float|for|if|implements|import|instanceof|int|interface|long|native|new|null|package|private|protected|public|record|return|sealed|short|static|super|switch|synchronized|this|throw|throws|transient|true|false|try|var|void|volatile|while|yield)(?![\w$]))/
  ].map(part => part.source).join("|"), "g");

  /** Marks words in lines that are there already: a token may go over several of them. */
  function highlight(pane) {
    const lines = [...pane.querySelectorAll(".line code")];
    const text = lines.map(line => line.textContent).join("\n");
    const pieces = [[]];
    const put = (part, kind) => part.split("\n").forEach((piece, i) => {
      if (i > 0) {
        pieces.push([]);
      }
      if (piece) {
        const span = document.createElement("span");
        span.textContent = piece;
        span.className = kind;
        pieces[pieces.length - 1].push(kind ? span : piece);
      }
    });
    let end = 0;
    for (const match of text.matchAll(TOKEN)) {
      put(text.slice(end, match.index), "");
      put(match[0], Object.keys(match.groups).find(kind => match.groups[kind] !== undefined));
      end = match.index + match[0].length;
    }
    put(text.slice(end), "");
    lines.forEach((line, i) => line.replaceChildren(...pieces[i]));
  }

  // ---- Keys and theme -------------------------------------------------------------------------

  const keys = document.getElementById("keys");
  const theme = document.getElementById("theme");
  document.getElementById("help").addEventListener("click", () => keys.showModal());
  theme.addEventListener("click", () => {
    const themes = ["system", "light", "dark"];
    show(themes[(themes.indexOf(stored()) + 1) % themes.length]);
  });

  function stored() {
    return document.documentElement.dataset.theme ?? "system";
  }

  function show(name) {
    if (name === "light" || name === "dark") {
      document.documentElement.dataset.theme = name;
    } else {
      delete document.documentElement.dataset.theme;
    }
    theme.textContent = "Theme: " + stored();
    try {
      localStorage.setItem("weft.theme", stored());
    } catch {
      // A browser may keep nothing for a page from disk; then the choice is for this time only.
    }
  }

  function remembered() {
    try {
      return localStorage.getItem("weft.theme");
    } catch {
      return null;
    }
  }

  const ACTIONS = {
    ArrowLeft: () => move(-1),
    ArrowRight: () => move(1),
    Home: () => go(buttons()[0].dataset.s),
    End: () => go(buttons()[buttons().length - 1].dataset.s),
    Escape: () => go(null),
    p: () => step(-1),
    n: () => step(1),
    "/": () => filter.select(),
    "+": () => zoomBy("in"),
    "=": () => zoomBy("in"),
    "-": () => zoomBy("out"),
    0: () => zoomBy("fit"),
    t: () => theme.click(),
    "?": () => keys.showModal()
  };

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open || !article) {
      return;
    }
    const inIndex = event.target.closest("#index, #filter");
    if (inIndex && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      moveInIndex(event.target, event.key === "ArrowDown" ? 1 : -1);
    } else if (event.target === filter) {
      if (event.key === "Escape" && filter.value === "") {
        filter.blur();
      }
      if (event.key === "Enter") {
        links.find(link => !link.parentElement.hidden)?.click();
      }
      return;
    } else if (Object.hasOwn(ACTIONS, event.key)) {
      ACTIONS[event.key]();
    } else {
      return;
    }
    event.preventDefault();
  });

  function moveInIndex(from, by) {
    const stops = [filter, ...links.filter(link => !link.parentElement.hidden)];
    const next = stops[Math.min(Math.max(stops.indexOf(from) + by, 0), stops.length - 1)];
    next.focus();
  }

  addEventListener("hashchange", followAddress);
  addEventListener("resize", () => article && fit(article.querySelector(".graph .view")));
  show(remembered());
  followAddress();
})();
