// Draws the charts of a page from the specifications in it. Without this file their tables stand.
"use strict";

const drawn = [];

// "--name" stands for a colour of the stylesheet; data is never looked at.
function coloured(part, styles) {
  if (typeof part === "string") {
    return part.replace(/--[a-z]+(-[a-z]+)*/g, (name) => styles.getPropertyValue(name).trim() || name);
  }
  if (Array.isArray(part)) return part.map((one) => coloured(one, styles));
  if (part === null || typeof part !== "object") return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, key === "values" ? value : coloured(value, styles)]),
  );
}

async function draw(plot) {
  const specification = JSON.parse(plot.parentElement.querySelector("script").textContent);
  const ready = coloured(specification, getComputedStyle(document.documentElement));
  for (const source of ready.data || []) if (source.name === "world") source.url = plot.dataset.world;
  plot.hidden = false;
  const view = new vega.View(vega.parse(ready, null, { ast: true }), {
    expr: vega.expressionInterpreter,
    renderer: "svg",
    container: plot,
    hover: true,
    logLevel: 1,
  });
  view.signal("width", plot.clientWidth);
  await view.runAsync();
  const picture = plot.querySelector("svg");
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", ready.description);
  picture.removeAttribute("aria-roledescription");
  return view;
}

function button(label, title, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.title = title;
  made.setAttribute("aria-label", title);
  made.addEventListener("click", act);
  return made;
}

function laneBox(lane) {
  const label = document.createElement("label");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = true;
  box.value = lane;
  label.append(box, ` ${lane.toLowerCase()}`);
  return box;
}

// The same as dragging and turning a wheel, for keys and for fingers.
function tools(plot, chart) {
  const bar = document.createElement("div");
  bar.className = "tools";
  const set = (name, change) => chart.view.signal(name, change(chart.view.signal(name))).runAsync();
  if (plot.dataset.zoom === "domain") {
    const scaled = (by) => ([a, b]) => [(a + b) / 2 - ((b - a) / 2) * by, (a + b) / 2 + ((b - a) / 2) * by];
    const moved = (by) => ([a, b]) => [a + (b - a) * by, b + (b - a) * by];
    bar.append(
      button("←", "Earlier", () => set("domain", moved(-0.3))),
      button("→", "Later", () => set("domain", moved(0.3))),
      button("+", "Zoom in", () => set("domain", scaled(0.5))),
      button("−", "Zoom out", () => set("domain", scaled(2))),
      button("All", "Show all of the time", () => set("domain", () => chart.view.signal("all"))),
    );
  } else if (plot.dataset.zoom) {
    const at = plot.dataset.zoom;
    const start = chart.view.signal(at);
    const middle = chart.view.signal("middle");
    const step = (x, y) => ([a, b]) => [a + (x * 60) / chart.view.signal(at), Math.max(-80, Math.min(80, b + (y * 40) / chart.view.signal(at)))];
    bar.append(
      button("+", "Zoom in", () => set(at, (now) => Math.min(now * 1.6, 60))),
      button("−", "Zoom out", () => set(at, (now) => Math.max(now / 1.6, 1))),
      button("←", "West", () => set("middle", step(-1, 0))),
      button("→", "East", () => set("middle", step(1, 0))),
      button("↑", "North", () => set("middle", step(0, 1))),
      button("↓", "South", () => set("middle", step(0, -1))),
      button("Reset", "As it was", () => { chart.view.signal("middle", middle); set(at, () => start); }),
    );
  }
  const lanes = plot.dataset.lanes ? plot.dataset.lanes.split(" ") : [];
  const boxes = lanes.length > 1 ? lanes.map((lane) => laneBox(lane)) : [];
  for (const box of boxes) {
    bar.append(box.parentElement);
    box.addEventListener("change", () => {
      const off = boxes.filter((one) => !one.checked).map((one) => one.value);
      set("hidden", () => off);
    });
  }
  if (bar.children.length) plot.before(bar);
}

async function start(plot) {
  const chart = { plot, view: await draw(plot), width: plot.clientWidth };
  drawn.push(chart);
  tools(plot, chart);
}

for (const plot of document.querySelectorAll(".plot")) {
  start(plot).catch((error) => {
    plot.hidden = true;
    console.error(error);
  });
}

let waiting = 0;
addEventListener("resize", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    for (const chart of drawn) {
      const width = chart.plot.clientWidth;
      if (width !== chart.width) chart.view.signal("width", (chart.width = width)).runAsync();
    }
  }, 150);
});

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", async () => {
  for (const chart of drawn) {
    const kept = chart.view.getState({ signals: (name) => ["domain", "hidden", "zoom", "middle"].includes(name), data: () => false });
    chart.view.finalize();
    chart.plot.replaceChildren();
    chart.view = await draw(chart.plot);
    for (const [name, value] of Object.entries(kept.signals)) chart.view.signal(name, value);
    await chart.view.runAsync();
  }
});
