// The map as SVG: for browsers without WebGL2, for paper, for screen readers.
import { geoCircle, geoGraticule10, geoMercator, geoPath, type GeoPermissibleObjects } from "d3-geo";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection } from "topojson-specification";
import type { Area, Ground } from "./map";

const SPACE = "http://www.w3.org/2000/svg";
const KM_A_DEGREE = 111.2;

function make<K extends keyof SVGElementTagNameMap>(name: K, facts: Record<string, string>): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SPACE, name);
  for (const [key, value] of Object.entries(facts)) element.setAttribute(key, value);
  return element;
}

/** What has to be seen: every area whole, and enough land around one. */
function extent(areas: readonly Area[]): GeoPermissibleObjects {
  if (areas.length === 0) return { type: "Sphere" };
  const reach = (area: Area): number => Math.max(area.km * 1.6, areas.length === 1 ? 250 : 60) / KM_A_DEGREE;
  return {
    type: "MultiPoint",
    coordinates: areas.flatMap((area) => {
      const degrees = reach(area);
      const wide = degrees / Math.max(0.2, Math.cos((area.lat * Math.PI) / 180));
      return [
        [area.lon - wide, Math.max(-80, area.lat - degrees)],
        [area.lon + wide, Math.min(80, area.lat + degrees)],
      ];
    }),
  };
}

export function drawSvg({ box, areas, atlas }: Ground, extra: string): void {
  const width = 720;
  const height = box.dataset["shape"] === "wide" ? 340 : 420;
  const projection = geoMercator().fitExtent(
    [
      [24, 24],
      [width - 24, height - 24],
    ],
    extent(areas),
  );
  projection.clipExtent([
    [0, 0],
    [width, height],
  ]);
  const draw = geoPath(projection);
  const picture = make("svg", {
    viewBox: `0 0 ${width} ${height}`,
    class: `map-svg ${extra}`.trim(),
    role: "img",
    "aria-label": box.getAttribute("aria-label") ?? "",
  });
  const path = (what: GeoPermissibleObjects, name: string): void => {
    picture.append(make("path", { d: draw(what) ?? "", class: name }));
  };
  path(geoGraticule10(), "graticule");
  if (atlas) {
    const countries = atlas.objects["countries"] as GeometryCollection;
    path(feature(atlas, countries), "land");
    path(mesh(atlas, countries, (one, other) => one !== other), "border");
  }
  for (const area of areas) picture.append(drawArea(area, draw, projection));
  box.append(picture);
}

function drawArea(area: Area, draw: ReturnType<typeof geoPath>, projection: ReturnType<typeof geoMercator>): SVGElement {
  const link = make("a", area.href ? { href: area.href } : {});
  const title = make("title", {});
  title.textContent = area.note ? `${area.name}: ${area.note}` : area.name;
  const circle = geoCircle().center([area.lon, area.lat]).radius(Math.max(area.km, 1) / KM_A_DEGREE)();
  const kind = area.contested ? "area contested" : "area";
  link.append(title, make("path", { d: draw(circle) ?? "", class: kind }));
  const point = projection([area.lon, area.lat]);
  if (point) {
    const [x, y] = [point[0].toFixed(1), point[1].toFixed(1)];
    // A town may be smaller than a dot: a ring keeps it in sight, and is no point.
    link.append(make("circle", { cx: x, cy: y, r: "7", class: `ring ${kind}` }));
    const label = make("text", { x, y: String(Number(y) - 11), class: "label" });
    label.textContent = area.name;
    link.append(label);
  }
  return link;
}
