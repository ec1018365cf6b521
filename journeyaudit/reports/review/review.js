
"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const form = document.getElementById("filters");
  const findings = all(".finding");
  const journeys = all(".journey");
  const LEGIBLE = 0.85;  // smaller than this part of its own size, the small print of a picture is hard to read
  const texts = new Map();
  const above = new Map();
  let note = "";

  function textOf(element) {
    if (!texts.has(element)) { texts.set(element, element.textContent.toLowerCase()); }
    return texts.get(element);
  }

  // a finding is found by its own words, and by those of the mistake and of the journey it belongs to
  function headings(finding) {
    if (!above.has(finding)) {
      const found = [finding.closest(".journey")?.querySelector("h3"), finding.closest(".mistake")?.querySelector("h4")];
      above.set(finding, found.filter(Boolean));
    }
    return above.get(finding);
  }

  function filter(said = "") {
    const asked = new FormData(form);
    const severities = asked.getAll("severity");
    const { journey, rule, words } = Object.fromEntries(asked);
    const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
    const says = (...elements) => wanted.every((word) => elements.some((each) => textOf(each).includes(word)));
    let left = 0;
    for (const finding of findings) {
      const of = finding.dataset;
      const fits = severities.includes(of.severity)
        && (!journey || of.journey === journey)
        && (!rule || of.rules.split(" ").includes(rule))
        && says(finding, ...headings(finding));
      finding.hidden = !fits;
      left += fits;
    }
    for (const each of journeys) {
      const visible = (within) => within.querySelector(".finding:not([hidden])");
      const name = each.querySelector("h3");
      for (const mistake of all(".mistake", each)) {
        mistake.hidden = Boolean((rule || !says(name, mistake)) && !visible(mistake));
      }
      for (const others of all(".others", each)) { others.hidden = !visible(others); }
      const other = journey && each.dataset.journey !== journey;
      const kept = visible(each) || (!rule && (says(name) || each.querySelector(".mistake:not([hidden])")));
      each.hidden = Boolean(other || !kept);
    }
    const narrowed = left < findings.length || journeys.some((each) => each.hidden);
    document.body.classList.toggle("narrowed", narrowed);
    const none = narrowed && !left ? " \u2013 nothing fits; \u201cShow all\u201d brings everything back" : "";
    document.getElementById("left").textContent = left + " of " + findings.length + " findings" + none + said;
  }

  if (form) {
    let later = 0;
    form.hidden = false;
    form.addEventListener("submit", (event) => { event.preventDefault(); filter(); });
    form.addEventListener("change", () => filter());
    form.addEventListener("input", () => { clearTimeout(later); later = setTimeout(() => filter(), 150); });
    form.addEventListener("reset", () => setTimeout(() => { filter(note); note = ""; }));
    const openAll = (open) => 
      all(".finding, .lines").forEach((each) => { if (each.checkVisibility() || !open) { each.open = open; } });
    document.getElementById("open-all").addEventListener("click", () => openAll(true));
    document.getElementById("close-all").addEventListener("click", () => openAll(false));
    // taken before anything is opened: what is opened gets buttons, whose words nobody looks for
    all(".finding, .mistake, .journey h3, .mistake h4").forEach(textOf);
    filter();
  }

  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) { return; }
    if (form && target.closest("[hidden]")) {
      note = " \u2013 all are shown again, to lead you there";
      form.reset();
      filter(note);
    }
    for (let at = target; at; at = at.parentElement) {
      if (at.localName === "details") { at.open = true; }
    }
    target.scrollIntoView();
  }
  addEventListener("hashchange", reveal);
  if (location.hash) { reveal(); }

  // on paper stands what is open on the screen
  addEventListener("beforeprint", () => {
    for (const each of all("img[loading]")) { each.loading = "eager"; }
  });

  addEventListener("keydown", (event) => {
    const around = document.activeElement;
    const open = event.key === "Escape" && !around?.closest(".view") && around?.closest("details[open]");
    if (!open) { return; }
    open.open = false;
    open.querySelector("summary").focus();
  });

  function button(name, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = name;
    made.addEventListener("click", act);
    return made;
  }

  function movable(figure) {
    if (figure.querySelector(".tools")) { return; }
    const view = figure.querySelector(".view");
    const image = view.querySelector("img");
    const own = Number(image.getAttribute("width")) || 1000;
    let scale = 0;
    const now = () => scale || image.clientWidth / own || 1;
    function zoom(to, x = view.clientWidth / 2, y = view.clientHeight / 2) {
      const before = now();
      scale = to ? Math.min(Math.max(to, 0.1), 8) : 0;
      figure.classList.toggle("free", scale > 0);
      image.style.width = scale ? own * scale + "px" : "";
      const grown = now() / before;
      view.scrollLeft = (view.scrollLeft + x) * grown - x;
      view.scrollTop = (view.scrollTop + y) * grown - y;
      size.textContent = Math.round(now() * 100) + " %";
    }
    const tools = document.createElement("div");
    tools.className = "tools";
    const size = document.createElement("span");
    size.setAttribute("role", "status");
    tools.append(
      button("Smaller", () => zoom(now() / 1.25)),
      button("Larger", () => zoom(now() * 1.25)),
      button("Fit", () => zoom(0)),
      button("Own size", () => zoom(1)),
      size,
      document.createTextNode("drag or arrow keys move; + − 0, or Ctrl and wheel, change the size"),
    );
    figure.prepend(tools);
    if (now() < LEGIBLE) { zoom(LEGIBLE, 0, 0); }
    view.addEventListener("wheel", (event) => {
      if (!event.ctrlKey) { return; }
      event.preventDefault();
      const box = view.getBoundingClientRect();
      zoom(now() * (event.deltaY < 0 ? 1.15 : 1 / 1.15), event.clientX - box.left, event.clientY - box.top);
    }, { passive: false });
    view.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) { return; }
      if (event.key === "+" || event.key === "=") { zoom(now() * 1.25); }
      else if (event.key === "-") { zoom(now() / 1.25); }
      else if (event.key === "0") { zoom(0); }
      else { return; }
      event.preventDefault();
    });
    view.addEventListener("pointerdown", (event) => {
      if (event.button !== 0 || event.pointerType === "touch") { return; }
      const start = [event.clientX + view.scrollLeft, event.clientY + view.scrollTop];
      const move = (to) => view.scrollTo(start[0] - to.clientX, start[1] - to.clientY);
      const stop = () => { view.removeEventListener("pointermove", move); };
      view.setPointerCapture(event.pointerId);
      view.addEventListener("pointermove", move);
      view.addEventListener("pointerup", stop, { once: true });
      view.addEventListener("pointercancel", stop, { once: true });
    });
    image.draggable = false;
  }

  function copied(pre) {
    if (pre.previousElementSibling?.classList.contains("copy")) { return; }
    const made = button("Copy", async () => {
      try {
        await navigator.clipboard.writeText(pre.textContent);
        made.textContent = "Copied";
      } catch {
        getSelection().selectAllChildren(pre);
        made.textContent = "Selected";
      }
    });
    made.className = "copy";
    pre.before(made);
  }

  // what is closed gets its buttons when it is opened: a page of 200 journeys has thousands of them
  addEventListener("toggle", (event) => {
    if (!event.target.open) { return; }
    for (const figure of all(".picture", event.target)) {
      if (figure.checkVisibility()) { movable(figure); }
    }
    for (const pre of all("pre", event.target)) {
      if (pre.checkVisibility()) { copied(pre); }
    }
  }, true);
})();
