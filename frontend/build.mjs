// Bundles script, style, fonts and boundaries for the desk into one folder, and writes which file is which.
// Usage: node build.mjs OUT
import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";

const out = path.resolve(process.argv[2] ?? "built");
const here = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);

// A browser that draws colours by `light-dark()` reads woff2: the second format is left out, and so are subsets that no language of the desk needs.
const SUBSETS = /-(arabic|latin|latin-ext)-\d+-normal \*\//;
const fonts = {
  name: "fonts",
  setup(to) {
    to.onLoad({ filter: /@fontsource[\\/].*\.css$/ }, async ({ path: file }) => {
      const faces = (await readFile(file, "utf8")).split(/(?=\/\* )/).filter((face) => SUBSETS.test(face));
      const kept = faces.map((face) => face.replace(/, url\([^)]*\.woff\) format\('woff'\)/, ""));
      return { contents: kept.join("\n"), loader: "css" };
    });
  },
};

const shared = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  metafile: true,
  outdir: out,
  format: "esm",
  target: ["es2022"],
  loader: { ".woff2": "file" },
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  legalComments: "linked",
  logLevel: "warning",
};

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const results = [
  await build({
    ...shared,
    entryPoints: { desk: "src/desk.ts", map: "src/map.ts", "map-worker": "node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs" },
    splitting: true,
  }),
  await build({ ...shared, entryPoints: { desk: "css/desk.css", maplibre: "css/maplibre.css" }, plugins: [fonts] }),
];

const manifest = {};
for (const { metafile } of results) {
  for (const [file, made] of Object.entries(metafile.outputs)) {
    if (!made.entryPoint) continue;
    const name = path.basename(file);
    manifest[name.replace(/-[A-Z0-9]{8}(?=\.)/, "")] = name;
  }
}

const atlas = path.join(here, "node_modules/world-atlas");
for (const scale of ["countries-50m", "countries-110m"]) {
  const bytes = await readFile(path.join(atlas, `${scale}.json`));
  const name = `${scale}-${createHash("sha256").update(bytes).digest("hex").slice(0, 8)}.json`;
  await writeFile(path.join(out, name), bytes);
  manifest[`${scale}.json`] = name;
}
await writeFile(path.join(out, "manifest.json"), `${JSON.stringify(manifest, null, 1)}\n`);
