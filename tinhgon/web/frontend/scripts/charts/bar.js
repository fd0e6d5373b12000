// {"categories": [text], "series": [{"name": text, "values": [number], "tone": 1–8?}], "unit": text?}
import { palette, written } from "../drawings.js";
import { look, widest } from "./look.js";

const ROW = 26;

export const bar = {
  height: (data) => 46 + ROW * data.categories.length,

  option(data, width) {
    const { base, legend, axis, ink } = look();
    const labels = widest(data.categories, width * 0.38, 11.5);
    const ends = data.series.flatMap(({ values }) => values.map((value) => written(value ?? 0)));
    const many = data.series.length > 1;
    return {
      ...base,
      tooltip: { ...base.tooltip, trigger: "axis", axisPointer: { type: "shadow" }, valueFormatter: withUnit(data) },
      legend: many ? legend : undefined,
      grid: { left: labels + 14, right: widest(ends, 120) + 12, top: many ? 26 : 6, bottom: 22 },
      xAxis: { ...axis, type: "value", axisLabel: { ...axis.axisLabel, hideOverlap: true, formatter: (value) => written(value) } },
      yAxis: {
        ...axis,
        type: "category",
        inverse: true,
        data: data.categories,
        splitLine: { show: false },
        axisLabel: { color: ink, fontSize: 11.5, width: labels + 4, overflow: "truncate" },
      },
      series: data.series.map((series, index) => oneSeries(series, index, ink)),
    };
  },
};

function oneSeries({ name, values, tone }, index, ink) {
  return {
    type: "bar",
    name,
    data: values,
    barMaxWidth: 14,
    itemStyle: { color: palette()[(tone ?? index + 1) - 1], borderRadius: 1 },
    label: { show: true, position: "right", color: ink, fontSize: 11.5, formatter: ({ value }) => written(value) },
  };
}

const withUnit = (data) => (value) => [value == null ? "–" : written(value), data.unit].filter(Boolean).join(" ");
