// {"days": ["2004-01-01"], "series": [{"name": text, "values": [number], "step": true?, "tone": 1–8?}], "unit": text?}
import { palette, written } from "../drawings.js";
import { look, widest } from "./look.js";

export const line = {
  height: () => 220,

  option(data, width) {
    const { base, legend, axis } = look();
    const values = data.series.flatMap(({ values }) => values.filter((value) => value != null));
    const many = data.series.length > 1;
    return {
      ...base,
      tooltip: {
        ...base.tooltip,
        trigger: "axis",
        valueFormatter: (value) => [value == null ? "–" : written(value), data.unit].filter(Boolean).join(" "),
      },
      legend: many ? legend : undefined,
      grid: { left: widest(values.map((value) => written(value)), width * 0.3, 11) + 16, right: 18, top: many ? 30 : 12, bottom: 24 },
      xAxis: { ...axis, type: "time", splitLine: { show: false }, axisLabel: { ...axis.axisLabel, hideOverlap: true, formatter: "{yyyy}" }, minInterval: 366 * 86_400_000 },
      yAxis: { ...axis, type: "value", scale: true, axisLabel: { ...axis.axisLabel, formatter: (value) => written(value) } },
      series: data.series.map((series, index) => oneSeries(series, index, data.days)),
    };
  },
};

function oneSeries({ name, values, step, tone }, index, days) {
  const colour = palette()[(tone ?? index + 1) - 1];
  return {
    type: "line",
    name,
    step: step ? "end" : false,
    symbolSize: 5,
    showSymbol: days.length < 60,
    lineStyle: { color: colour, width: 2 },
    itemStyle: { color: colour },
    data: days.map((day, at) => [day, values[at]]),
  };
}
