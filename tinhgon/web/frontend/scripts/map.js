// A map without tiles: outlines from our own server, drawn by Leaflet.
//
// <div class="map" data-map data-before="URL" data-after="URL" data-chosen="id" data-shown="before">
//   <button data-layer="before">…</button> <button data-layer="after">…</button>   (only with two layers)
// A feature's properties: {id, name, note?, url?, tone? (1–8), scale? (0–4)}. They may also stand in a json_script
// named by data-before-shapes or data-after-shapes, by the feature's code: then what it does not name is not drawn,
// and what has no outline but stands somewhere ("at": [latitude, longitude]) is drawn as a dot.
import L from "leaflet";
import { keepDrawn } from "./drawings.js";
import { handsOn } from "./lab/hands.js";
import { makeReachable } from "./map_keys.js";
import { colourOf, outline, words } from "./map_look.js";

function draw(element) {
  const host = document.createElement("div");
  element.prepend(host);
  const map = L.map(host, { attributionControl: false, zoomControl: false, zoomSnap: 0.25, minZoom: 5, maxZoom: 15 });
  const { zoomIn, zoomOut } = element.dataset;
  L.control.zoom({ position: "topleft", zoomInTitle: zoomIn, zoomOutTitle: zoomOut }).addTo(map);
  host.setAttribute("role", "application");
  host.setAttribute("aria-label", element.dataset.label ?? "");
  host.tabIndex = 0;

  const layers = new Map();
  const state = { element, map, layers, shown: null, chosen: element.dataset.chosen ?? null };
  listenForChoice(state);
  show(state, element.dataset.shown ?? (element.dataset.after ? "after" : "before"));

  const restyle = () => state.shown?.setStyle((feature) => outline(feature, state.chosen));
  return {
    redraw() {
      map.invalidateSize({ animate: false });
      restyle();
    },
    remove: () => map.remove(),
  };
}

async function show(state, which) {
  const { element, map } = state;
  for (const button of element.querySelectorAll("[data-layer]"))
    button.setAttribute("aria-pressed", button.dataset.layer === which);
  state.wanted = which;
  const layer = await layerOf(state, which);
  if (state.wanted !== which || !layer) return;
  // Leaflet makes the outlines' elements only once the map has a view.
  if (!state.shown) map.fitBounds(layer.getBounds(), { padding: [10, 10], animate: false });
  state.shown?.remove();
  state.shown = layer.addTo(map);
  layer.setStyle((feature) => outline(feature, state.chosen));
  makeReachable(layer);
  if (state.chosen) choose(state, state.chosen);
  if ("labMap" in element.dataset) handsOn({ map, host: element, layer, choose: (id) => choose(state, id) });
}

async function layerOf({ element, layers }, which) {
  if (!layers.has(which)) layers.set(which, await fetchLayer(element, which));
  return layers.get(which);
}

async function fetchLayer(element, which) {
  const problem = element.querySelector("[data-problem]");
  try {
    const features = joined(await outlines(element.dataset[which]), element.dataset[`${which}Shapes`]);
    return L.geoJSON({ type: "FeatureCollection", features }, { onEachFeature: label, pointToLayer: dot });
  } catch {
    if (problem) problem.hidden = false;
    return null;
  }
}

async function outlines(address) {
  if (!address) return { features: [] };
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

const dot = (_, at) => L.circleMarker(at, { radius: 5 });

/** The outlines with what the page says of them; without such words, as they came. */
function joined({ features }, shapesId) {
  if (!shapesId) return features;
  const shapes = JSON.parse(document.getElementById(shapesId).textContent);
  const drawn = features
    .filter(({ properties }) => shapes[properties.code])
    .map((feature) => ({ ...feature, properties: { ...feature.properties, ...shapes[feature.properties.code] } }));
  const dots = Object.entries(shapes)
    .filter(([, { at }]) => at)
    .map(([code, { at, ...said }]) => ({
      type: "Feature",
      geometry: { type: "Point", coordinates: [at[1], at[0]] },
      properties: { code, ...said },
    }));
  return [...drawn, ...dots];
}

function label({ properties }, layer) {
  layer.bindTooltip(words(properties), { sticky: true, direction: "top", offset: [0, -6] });
  layer.on("mouseover", () => layer.setStyle({ weight: 2.5, color: colourOf("--ink") }).bringToFront());
  layer.on("mouseout", () => layer.options.restyle?.());
  layer.on("click", () => properties.url && location.assign(properties.url));
}

/** Rows and links with data-map-unit choose an outline while they are pointed at or have the focus. */
function listenForChoice(state) {
  state.element.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-layer]");
    if (button) show(state, button.dataset.layer);
  });
  const point = ({ target }) => {
    const unit = target.closest?.("[data-map-unit]")?.dataset.mapUnit;
    if (unit && state.element.isConnected) choose(state, unit);
  };
  document.addEventListener("mouseover", point);
  document.addEventListener("focusin", point);
}

function choose(state, id) {
  state.chosen = id;
  state.shown?.eachLayer((layer) => {
    const restyle = () => layer.setStyle(outline(layer.feature, state.chosen));
    layer.options.restyle = restyle;
    restyle();
    if (String(layer.feature.properties.id) === id) layer.bringToFront();
  });
}

keepDrawn("[data-map]", draw);
