// {"nodes": [{"id", "name", "url"?, "tone"?: 1–8}], "links": [{"source", "target", "value", "label"?}]}
import { palette } from "../drawings.js";
import { look, widest } from "./look.js";

const ROW = 30;
const GAP = 9;
const RESULT = 6; // the tone of the last column: grey, so that the sources' colours are read

export const sankey = {
  height(data) {
    const layers = layersOf(data);
    const counts = new Map();
    for (const layer of layers.values()) counts.set(layer, (counts.get(layer) ?? 0) + 1);
    return Math.max(96, 20 + ROW * Math.max(0, ...counts.values()));
  },

  option(data, width) {
    const { base, ink } = look();
    const layers = layersOf(data);
    const last = Math.max(...layers.values());
    const names = (layer) => data.nodes.filter(({ id }) => layers.get(id) === layer).map(({ name }) => name);
    const room = width * (last > 1 ? 0.26 : 0.34);
    const left = widest(names(0), room) + 12;
    const right = widest(names(last), room) + 12;
    return {
      ...base,
      tooltip: { ...base.tooltip, trigger: "item", formatter: ({ data: item }) => said(item, data) },
      series: [
        {
          type: "sankey",
          left,
          right,
          top: 8,
          bottom: 8,
          nodeWidth: 11,
          nodeGap: GAP,
          draggable: false,
          layoutIterations: 32,
          emphasis: { focus: "adjacency" },
          lineStyle: { color: "source", opacity: 0.38, curveness: 0.5 },
          data: data.nodes.map((node, index) => nodeOf(node, index, { layers, last, left, right, ink })),
          links: data.links.map((link) => ({ ...link })),
        },
      ],
    };
  },
};

function nodeOf(node, index, { layers, last, left, right, ink }) {
  const layer = layers.get(node.id);
  const atStart = layer === 0;
  const colours = palette();
  const tone = node.tone ?? (layer === last && last > 0 ? RESULT : (index % colours.length) + 1);
  return {
    name: node.id,
    shown: node.name,
    url: node.url,
    depth: layer,
    itemStyle: { color: colours[tone - 1] },
    label: {
      color: ink,
      position: atStart ? "left" : "right",
      width: (atStart ? left : right) - 10,
      overflow: layer === 0 || layer === last ? "truncate" : "none",
      formatter: () => node.name,
    },
  };
}

/** Each node's column: one more than the farthest of those it comes from. */
function layersOf({ nodes, links }) {
  const layers = new Map(nodes.map(({ id }) => [id, 0]));
  for (let round = 0; round < nodes.length; round += 1) {
    let moved = false;
    for (const { source, target } of links)
      if (layers.get(target) <= layers.get(source)) {
        layers.set(target, layers.get(source) + 1);
        moved = true;
      }
    if (!moved) break;
  }
  return layers;
}

function said(item, { nodes }) {
  if (item.shown) return item.shown;
  const name = (id) => nodes.find((node) => node.id === id)?.name ?? id;
  return [`${name(item.source)} → ${name(item.target)}`, item.label].filter(Boolean).join("\n");
}
