// Draws <figure data-chart="sankey|bar|line|progress|scatter" data-source="id of a json_script"> with ECharts.
import { BarChart, LineChart, SankeyChart, ScatterChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";
import { bar } from "./charts/bar.js";
import { line } from "./charts/line.js";
import { progress } from "./charts/progress.js";
import { sankey } from "./charts/sankey.js";
import { scatter } from "./charts/scatter.js";
import { keepDrawn } from "./drawings.js";

use([BarChart, LineChart, SankeyChart, ScatterChart, GridComponent, LegendComponent, TooltipComponent, LabelLayout, SVGRenderer]);

const KINDS = { sankey, bar, line, progress, scatter };
const NARROW = 480; // below this a sankey's labels crowd; its table opens instead

function draw(figure) {
  const kind = KINDS[figure.dataset.chart];
  const data = JSON.parse(document.getElementById(figure.dataset.source).textContent);
  const canvas = figure.querySelector(".canvas") ?? addCanvas(figure);
  let chart = null;
  let width = 0;

  function redraw() {
    width = figure.clientWidth;
    if (!width || showTableInstead(figure, canvas, width)) return;
    canvas.style.height = `${kind.height(data)}px`;
    chart ??= begin();
    chart.resize();
    chart.setOption(kind.option(data, canvas.clientWidth), { notMerge: true });
  }

  function begin() {
    const made = init(canvas, null, { renderer: "svg" });
    made.on("click", ({ data: clicked }) => clicked?.url && location.assign(clicked.url));
    return made;
  }

  redraw();
  return { redraw, remove: () => chart?.dispose() };
}

function addCanvas(figure) {
  const canvas = document.createElement("div");
  canvas.className = "canvas";
  canvas.setAttribute("role", "img");
  const label = figure.dataset.label ?? figure.querySelector("figcaption")?.textContent.trim();
  canvas.setAttribute("aria-label", label ?? "");
  figure.insertBefore(canvas, figure.querySelector("details"));
  return canvas;
}

function showTableInstead(figure, canvas, width) {
  const table = figure.querySelector("details");
  const instead = figure.dataset.chart === "sankey" && table !== null && width < NARROW;
  canvas.hidden = instead;
  if (instead && !figure.dataset.tableShown) {
    table.open = true;
    figure.dataset.tableShown = "yes";
  }
  return instead;
}

keepDrawn("[data-chart]", draw);
