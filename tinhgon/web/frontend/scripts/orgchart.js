// The chart of a subtree: d3 lays out what is open, and only what the window shows is in the page.
//
// <div class="orgchart" data-orgchart data-source="URL"> with {id, name, kind, code, url?, tone?, children: […]}
import { keepDrawn } from "./drawings.js";
import { Forest } from "./orgchart/forest.js";
import { listen } from "./orgchart/hands.js";
import { paint } from "./orgchart/paint.js";
import { View } from "./orgchart/view.js";

function draw(element) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("tabindex", "0");
  svg.setAttribute("role", "tree");
  svg.setAttribute("aria-label", element.dataset.label ?? "");
  element.prepend(svg);
  const chart = { element, svg, view: new View(svg), forest: null, chosen: null, frame: 0 };
  chart.repaint = () => {
    cancelAnimationFrame(chart.frame);
    chart.frame = requestAnimationFrame(() => paint(chart));
  };
  begin(chart);
  return { redraw: () => chart.forest && chart.repaint() };
}

const isMadeUp = (box) => Boolean(box.illustrative || box.children?.some(isMadeUp));

async function begin(chart) {
  const { element } = chart;
  try {
    const answer = await fetch(element.dataset.source);
    if (!answer.ok) throw new Error(String(answer.status));
    const data = await answer.json();
    chart.forest = new Forest(data);
    for (const mark of document.querySelectorAll("[data-illustrative]")) mark.hidden = !isMadeUp(data);
  } catch {
    const problem = element.querySelector("[data-problem]");
    if (problem) problem.hidden = false;
    return;
  }
  chart.chosen = chart.forest.root;
  listen(chart);
  chart.view.showStart(chart.forest);
  chart.repaint();
}

keepDrawn("[data-orgchart]", draw);
