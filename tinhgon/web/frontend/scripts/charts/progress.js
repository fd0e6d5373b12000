// {"points": [[seconds, best or null, bound or null]], "names": [text, text], "x": text}
import { palette, written } from "../drawings.js";
import { look, widest } from "./look.js";

const TONES = [1, 4];

export const progress = {
  height: () => 190,

  option({ points, names, x }, width) {
    const { base, legend, axis } = look();
    const values = points.flatMap(([, best, bound]) => [best, bound]).filter((value) => value != null);
    const line = (at) => ({
      type: "line",
      name: names[at],
      step: "end",
      showSymbol: false,
      lineStyle: { color: palette()[TONES[at] - 1], width: 2, type: at ? "dashed" : "solid" },
      itemStyle: { color: palette()[TONES[at] - 1] },
      data: points.map((point) => [point[0], point[at + 1]]),
    });
    return {
      ...base,
      tooltip: { ...base.tooltip, trigger: "axis", valueFormatter: (value) => (value == null ? "–" : written(value)) },
      legend,
      grid: { left: widest(values.map((value) => written(value, 0)), width * 0.3, 11) + 18, right: 40, top: 28, bottom: 24 },
      xAxis: { ...axis, type: "value", min: 0, name: x, nameGap: 6, nameTextStyle: axis.axisLabel, splitLine: { show: false }, axisLabel: { ...axis.axisLabel, hideOverlap: true, formatter: (value) => written(value) } },
      yAxis: { ...axis, type: "value", scale: true, splitNumber: 3, axisLabel: { ...axis.axisLabel, formatter: (value) => written(value, 0) } },
      series: [line(0), line(1)],
    };
  },
};
