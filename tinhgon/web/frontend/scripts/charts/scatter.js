// {"x": text, "y": text, "size": text, "points": [{"name", "url", "x", "y", "size", "tone", "front"?, "chosen"?}]}
// A point opens its page; those of the front have a strong rim, and a thin line leads along them.
import { palette, written } from "../drawings.js";
import { look, widest } from "./look.js";

const LEAST = 11;
const MOST = 30;

export const scatter = {
  height: () => 320,

  option({ points, x, y, size }, width) {
    const { base, axis, ink, muted } = look();
    const front = points.filter((one) => one.front).sort((one, other) => one.x - other.x);
    const most = Math.max(1, ...points.map((one) => one.size));
    const labels = widest(points.map((one) => written(one.y, 0)), width * 0.3, 11);
    const named = { nameLocation: "middle", nameTextStyle: { color: muted, fontSize: 11 } };
    const numbers = { ...axis.axisLabel, hideOverlap: true, formatter: (value) => written(value, 0) };
    return {
      ...base,
      tooltip: { ...base.tooltip, trigger: "item", formatter: ({ data }) => said(data, { x, y, size }) },
      grid: { left: labels + 36, right: 24, top: 16, bottom: 44 },
      xAxis: { ...axis, ...named, type: "value", scale: true, name: x, nameGap: 26, minInterval: 1, boundaryGap: ["8%", "8%"], axisLabel: numbers },
      yAxis: { ...axis, ...named, type: "value", scale: true, name: y, nameGap: labels + 16, boundaryGap: ["8%", "8%"], axisLabel: numbers },
      series: [
        { type: "line", silent: true, showSymbol: false, lineStyle: { color: muted, width: 1, type: "dotted" }, data: front.map((one) => [one.x, one.y]) },
        {
          type: "scatter",
          data: points.map((one) => pointOf(one, most, ink)),
          labelLayout: { hideOverlap: true },
        },
      ],
    };
  },
};

function pointOf(one, most, ink) {
  return {
    ...one,
    value: [one.x, one.y],
    symbolSize: LEAST + (MOST - LEAST) * Math.sqrt(one.size / most),
    itemStyle: { color: palette()[one.tone - 1], opacity: 0.85, borderColor: ink, borderWidth: one.front ? 2 : 0 },
    label: { show: Boolean(one.chosen), position: "top", color: ink, fontSize: 11, formatter: () => one.name, width: 170, overflow: "truncate" },
  };
}

function said(one, { x, y, size }) {
  if (!one?.name) return "";
  return [one.name, `${written(one.x)} ${x}`, `${written(one.y, 0)} ${y}`, `${written(one.size)} ${size}`].join("\n");
}
