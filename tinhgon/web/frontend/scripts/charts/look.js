// The look all charts share, from the colour variables of the present theme.
import { colour } from "../drawings.js";

const FONT = '"Be Vietnam Pro", system-ui, sans-serif';
const pen = document.createElement("canvas").getContext("2d");

export function textWidth(text, size = 12) {
  pen.font = `400 ${size}px ${FONT}`;
  return pen.measureText(text).width;
}

/** The widest of some labels, but no wider than allowed. */
export function widest(labels, atMost, size = 12) {
  return Math.ceil(Math.min(atMost, Math.max(0, ...labels.map((label) => textWidth(label, size)))));
}

export function look() {
  const ink = colour("--ink");
  const muted = colour("--muted");
  const line = colour("--line");
  return {
    ink,
    muted,
    line,
    panel: colour("--panel"),
    base: {
      animation: false,
      textStyle: { fontFamily: FONT, color: ink, fontSize: 12 },
      tooltip: {
        renderMode: "richText", // the HTML kind writes style attributes, which the page's policy forbids
        confine: true,
        backgroundColor: colour("--panel"),
        borderColor: line,
        textStyle: { color: ink, fontFamily: FONT, fontSize: 12 },
      },
    },
    legend: { right: 4, top: 0, itemWidth: 12, itemHeight: 10, textStyle: { color: ink, fontSize: 12 } },
    axis: {
      axisLine: { lineStyle: { color: line } },
      axisTick: { show: false },
      axisLabel: { color: muted, fontSize: 11 },
      splitLine: { lineStyle: { color: line } },
    },
  };
}
