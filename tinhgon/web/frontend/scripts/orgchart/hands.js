// Mouse, touch and keyboard of the chart. Buttons do all that dragging and the wheel do.
const STEP = 1.25;
const CLICK = 5; // pixels a hand may shake while it clicks

export function listen(chart) {
  const { svg, element } = chart;
  svg.addEventListener("pointerdown", (event) => drag(chart, event));
  svg.addEventListener("wheel", (event) => roll(chart, event), { passive: false });
  svg.addEventListener("keydown", (event) => press(chart, event));
  element.addEventListener("click", ({ target }) => {
    const act = target.closest("[data-chart-act]")?.dataset.chartAct;
    if (act) change(chart, ACTS[act]);
  });
}

function change(chart, how) {
  how(chart);
  chart.repaint();
}

const ACTS = {
  in: ({ view }) => view.zoom(STEP),
  out: ({ view }) => view.zoom(1 / STEP),
  fit: ({ view, forest }) => view.fit(forest),
  open({ forest, view }) {
    forest.openAll();
    forest.place();
    view.fit(forest);
  },
  close(chart) {
    chart.forest.closeAll();
    chart.forest.openFirst();
    chart.chosen = chart.forest.root;
    chart.view.showStart(chart.forest);
  },
};

function drag(chart, down) {
  const { svg, view } = chart;
  if (down.button) return;
  let [x, y] = [down.clientX, down.clientY];
  let moved = 0;
  svg.setPointerCapture(down.pointerId);
  const target = document.elementFromPoint(x, y);

  const onMove = (event) => {
    moved += Math.abs(event.clientX - x) + Math.abs(event.clientY - y);
    view.move(event.clientX - x, event.clientY - y);
    [x, y] = [event.clientX, event.clientY];
    svg.classList.add("dragging");
    chart.repaint();
  };
  const onUp = () => {
    svg.removeEventListener("pointermove", onMove);
    svg.classList.remove("dragging");
    if (moved < CLICK) clickOn(chart, target);
  };
  svg.addEventListener("pointermove", onMove);
  svg.addEventListener("pointerup", onUp, { once: true });
  svg.addEventListener("pointercancel", onUp, { once: true });
}

function clickOn(chart, target) {
  const node = target?.closest(".node")?.__node;
  if (!node) return;
  if (target.closest(".toggle")) return change(chart, () => toggle(chart, node));
  if (chart.chosen === node && node.data.url) return location.assign(node.data.url);
  change(chart, () => (chart.chosen = node));
}

/** Open or close, and keep the box under the hand. */
function toggle(chart, node) {
  const { forest, view } = chart;
  const [x, y] = [node.x, node.y];
  forest.toggle(node);
  view.move((y - node.y) * view.scale, (x - node.x) * view.scale);
  chart.chosen = node;
}

function roll(chart, event) {
  const { view, svg } = chart;
  if (!event.ctrlKey && !event.metaKey && document.activeElement !== svg) return;
  event.preventDefault();
  const { left, top } = svg.getBoundingClientRect();
  const at = { x: event.clientX - left, y: event.clientY - top };
  change(chart, () =>
    event.ctrlKey || event.metaKey ? view.zoom(Math.exp(-event.deltaY / 300), at) : view.move(-event.deltaX, -event.deltaY),
  );
}

const beside = (node, by) => node.parent?.children[node.parent.children.indexOf(node) + by];

const KEYS = {
  ArrowDown: ({ chosen }) => beside(chosen, 1),
  ArrowUp: ({ chosen }) => beside(chosen, -1),
  ArrowLeft: ({ chosen }) => chosen.parent,
  ArrowRight(chart) {
    if (chart.chosen.every && !chart.chosen.children) toggle(chart, chart.chosen);
    return chart.chosen.children?.[0];
  },
  Home: ({ forest }) => forest.root,
};

function press(chart, event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Enter" && chart.chosen.data.url) return location.assign(chart.chosen.data.url);
  const { forest, view } = chart;
  if (event.key === " ") change(chart, () => toggle(chart, chart.chosen));
  else if (event.key === "+" || event.key === "=") change(chart, ACTS.in);
  else if (event.key === "-") change(chart, ACTS.out);
  else if (event.key === "0") change(chart, () => view.fit(forest));
  else if (KEYS[event.key])
    change(chart, () => {
      chart.chosen = KEYS[event.key](chart) ?? chart.chosen;
      view.reveal(chart.chosen, forest.box);
    });
  else return;
  event.preventDefault();
}
