// Builds everything the browser loads into ../static/dist: styles, scripts, icon sprite, fonts.
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { compile } from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const program = join(here, "..", "..");
const dist = join(here, "..", "static", "dist");
const packageFolder = (name) => join(program, "..", "node_modules", name);

rmSync(dist, { recursive: true, force: true });
mkdirSync(join(dist, "fonts"), { recursive: true });

const WEIGHTS = [400, 600];
const SUBSETS = ["latin", "latin-ext", "vietnamese"];

function copyFonts() {
  const files = join(packageFolder("@fontsource/be-vietnam-pro"), "files");
  for (const weight of WEIGHTS)
    for (const subset of SUBSETS) {
      const file = `be-vietnam-pro-${subset}-${weight}-normal.woff2`;
      cpSync(join(files, file), join(dist, "fonts", file));
    }
}

// An icon is used where a template says {% icon "name" %} or Python says icon="name".
const ICON_USES = [/\{%\s*icon\s+["']([a-z0-9-]+)["']/g, /\bicon=["']([a-z0-9-]+)["']/g];

function* sources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!["static", "frontend", "tests", "__pycache__"].includes(entry.name)) yield* sources(path);
    } else if (/\.(html|py)$/.test(entry.name)) yield path;
  }
}

function usedIcons() {
  const used = new Map();
  for (const path of sources(program)) {
    const text = readFileSync(path, "utf8");
    for (const pattern of ICON_USES) for (const [, name] of text.matchAll(pattern)) used.set(name, path);
  }
  return [...used].sort(([a], [b]) => (a < b ? -1 : 1));
}

function symbol([name, path]) {
  let svg;
  try {
    svg = readFileSync(join(packageFolder("@tabler/icons"), "icons", "outline", `${name}.svg`), "utf8");
  } catch {
    throw new Error(`${relative(process.cwd(), path)} uses the icon "${name}", which Tabler does not have.`);
  }
  const shapes = svg.match(/<svg[^>]*>([\s\S]*)<\/svg>/)[1].replace(/\s*\n\s*/g, "");
  return (
    `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" ` +
    `stroke-linecap="round" stroke-linejoin="round">${shapes}</symbol>`
  );
}

function writeIcons() {
  const symbols = usedIcons().map(symbol).join("\n");
  writeFileSync(join(dist, "icons.svg"), `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols}\n</svg>\n`);
}

async function buildStyles() {
  const { css } = compile(join(here, "styles", "app.scss"), {
    loadPaths: [join(packageFolder("bootstrap"), "scss"), join(packageFolder("leaflet"), "dist")],
    quietDeps: true,
    silenceDeprecations: ["import", "global-builtin", "color-functions", "if-function"],
  });
  await build({
    stdin: { contents: css, loader: "css", resolveDir: join(packageFolder("leaflet"), "dist") },
    outfile: join(dist, "app.css"),
    bundle: true,
    minify: true,
    loader: { ".png": "dataurl" },
    external: ["./fonts/*"],
    target: ["chrome111", "firefox121", "safari16.4"],
    logLevel: "warning",
  });
}

const script = (name, format) =>
  build({
    entryPoints: [join(here, "scripts", `${name}.js`)],
    outfile: join(dist, `${name}.js`),
    bundle: true,
    minify: true,
    format,
    target: ["chrome111", "firefox121", "safari16.4"],
    legalComments: "linked",
    logLevel: "warning",
  });

copyFonts();
writeIcons();
await Promise.all([
  buildStyles(),
  script("theme", "iife"), // runs before the first paint, so it cannot be a module
  ...["app", "charts", "map", "orgchart"].map((name) => script(name, "esm")),
]);
