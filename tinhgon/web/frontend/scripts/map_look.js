import { colour } from "./drawings.js";

export const colourOf = colour;

/** How an outline is drawn: filled by its tone or its place on a scale, strong when chosen. */
export function outline({ properties }, chosen) {
  const isChosen = chosen !== null && String(properties.id) === chosen;
  return {
    color: isChosen ? colour("--ink") : colour("--panel"),
    weight: isChosen ? 2 : 1,
    fillColor: isChosen ? colour("--chart-4") : colour(fillOf(properties)),
    fillOpacity: isChosen ? 0.9 : 0.75,
  };
}

/** What is said of an outline that is pointed at. */
export function words({ name, note }) {
  const text = document.createElement("div");
  const title = document.createElement("b");
  title.textContent = name;
  text.append(title, note ?? "");
  return text;
}

function fillOf({ tone, scale }) {
  if (tone) return `--chart-${tone}`;
  return `--scale-${scale ?? 2}`;
}
