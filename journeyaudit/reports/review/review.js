
"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const form = document.getElementById("filters");
  const findings = all(".finding");
  const journeys = all(".journey");
  const texts = new Map();

  function textOf(finding) {
    if (!texts.has(finding)) {
      const around = finding.closest(".mistake");
      const name = around ? around.querySelector("h4").textContent : "";
      texts.set(finding, (name + " " + finding.textContent).toLowerCase());
    }
    return texts.get(finding);
  }

  function filter() {
    const asked = new FormData(form);
    const severities = asked.getAll("severity");
    const every = severities.length === all("[name=severity]", form).length;
    const { journey, rule, words } = Object.fromEntries(asked);
    const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
    let left = 0;
    for (const finding of findings) {
      const of = finding.dataset;
      const fits = severities.includes(of.severity)
        && (!journey || of.journey === journey)
        && (!rule || of.rules.split(" ").includes(rule))
        && wanted.every((word) => textOf(finding).includes(word));
      finding.hidden = !fits;
      left += fits;
    }
    const narrowed = !every || rule || wanted.length > 0;
    for (const each of journeys) {
      const other = journey && each.dataset.journey !== journey;
      each.hidden = Boolean(other || (narrowed && !each.querySelector(".finding:not([hidden])")));
      for (const mistake of all(".mistake", each)) {
        mistake.hidden = Boolean(narrowed && !mistake.querySelector(".finding:not([hidden])"));
      }
    }
    document.getElementById("left").textContent = left + " of " + findings.length + " findings";
  }

  if (form) {
    let later = 0;
    form.hidden = false;
    form.addEventListener("submit", (event) => { event.preventDefault(); filter(); });
    form.addEventListener("change", filter);
    form.addEventListener("input", () => { clearTimeout(later); later = setTimeout(filter, 150); });
    form.addEventListener("reset", () => setTimeout(filter));
    const openAll = (open) => findings.forEach((each) => { if (!each.hidden) { each.open = open; } });
    document.getElementById("open-all").addEventListener("click", () => openAll(true));
    document.getElementById("close-all").addEventListener("click", () => openAll(false));
    filter();
  }

  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) { return; }
    if (form && target.closest("[hidden]")) { form.reset(); filter(); }
    for (let at = target; at; at = at.parentElement) {
      if (at.localName === "details") { at.open = true; }
    }
    target.scrollIntoView();
  }
  addEventListener("hashchange", reveal);
  if (location.hash) { reveal(); }

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = all("details:not([open]):not(.told)");
    for (const each of opened) { each.open = true; }
    for (const each of all("img[loading]")) { each.loading = "eager"; }
  });
  addEventListener("afterprint", () => { for (const each of opened) { each.open = false; } });

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
