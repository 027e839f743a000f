// The map with WebGL2: moves and zooms; text is drawn with the page's own font, no glyphs are fetched.
import { geoCircle } from "d3-geo";
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from "geojson";
import * as maplibre from "maplibre-gl";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection } from "topojson-specification";
import type { Area, Ground } from "./map";

const FONT = "Noto Naskh Arabic";
const KM_A_DEGREE = 111.2;

/** A colour of the page's theme, as the style sheet has it. */
function colour(name: string): string {
  const probe = document.createElement("span");
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}

function ringOf(area: Area): Feature<Polygon> {
  const circle = geoCircle().center([area.lon, area.lat]).radius(Math.max(area.km, 1) / KM_A_DEGREE)();
  const { name, note, href, contested } = area;
  return { type: "Feature", geometry: circle, properties: { name, note, href, contested } };
}

function boundsOf(areas: readonly Area[]): maplibre.LngLatBounds {
  const bounds = new maplibre.LngLatBounds();
  for (const area of areas) {
    const degrees = Math.max(area.km * 1.4, areas.length === 1 ? 220 : 40) / KM_A_DEGREE;
    bounds.extend([area.lon - degrees, Math.max(-80, area.lat - degrees)]);
    bounds.extend([area.lon + degrees, Math.min(80, area.lat + degrees)]);
  }
  return bounds;
}

function styleOf({ areas, atlas }: Ground): maplibre.StyleSpecification {
  const none: FeatureCollection = { type: "FeatureCollection", features: [] };
  const countries = atlas ? (atlas.objects["countries"] as GeometryCollection) : null;
  const land = atlas && countries ? (feature(atlas, countries) as FeatureCollection<MultiPolygon>) : none;
  const border = atlas && countries ? mesh(atlas, countries, (one, other) => one !== other) : none;
  const kind: maplibre.ExpressionSpecification = ["case", ["get", "contested"], colour("clay"), colour("accent")];
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: land },
      border: { type: "geojson", data: border },
      areas: { type: "geojson", data: { type: "FeatureCollection", features: areas.map(ringOf) } },
      points: {
        type: "geojson",
        data: {
          type: "FeatureCollection",
          features: areas.map((area) => ({
            type: "Feature",
            geometry: { type: "Point", coordinates: [area.lon, area.lat] },
            properties: { name: area.name, note: area.note, href: area.href, contested: area.contested },
          })),
        },
      },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": colour("sea") } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": colour("land"), "fill-antialias": false } },
      { id: "border", type: "line", source: "border", paint: { "line-color": colour("border"), "line-width": 0.8 } },
      { id: "area", type: "fill", source: "areas", paint: { "fill-color": kind, "fill-opacity": 0.18 } },
      { id: "edge", type: "line", source: "areas", paint: { "line-color": kind, "line-width": 1.5 } },
      {
        id: "ring",
        type: "circle",
        source: "points",
        paint: {
          "circle-radius": 6,
          "circle-color": "transparent",
          "circle-stroke-color": kind,
          "circle-stroke-width": 2,
        },
      },
      {
        id: "name",
        type: "symbol",
        source: "points",
        layout: {
          "text-field": ["get", "name"],
          "text-font": [FONT],
          "text-size": 15,
          "text-offset": [0, -1.2],
          "text-anchor": "bottom",
        },
        paint: { "text-color": colour("ink"), "text-halo-color": colour("land"), "text-halo-width": 1.5 },
      },
    ],
  };
}

export async function drawGl(ground: Ground): Promise<void> {
  const { box, areas } = ground;
  await Promise.all([document.fonts.load(`16px "${FONT}"`, "غ"), document.fonts.load(`16px "${FONT}"`, "G")]);
  maplibre.setWorkerUrl(box.dataset["worker"] ?? "");
  const frame = document.createElement("div");
  frame.className = "map-gl";
  box.append(frame);
  try {
    const map = new maplibre.Map({
      container: frame,
      style: styleOf(ground),
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      cooperativeGestures: true,
      maxZoom: 9,
      renderWorldCopies: false,
      locale: JSON.parse(box.dataset["words"] ?? "{}") as Record<string, string>,
      ...(areas.length > 0
        ? { bounds: boundsOf(areas), fitBoundsOptions: { padding: 32 } }
        : { center: [25, 22] as [number, number], zoom: 1.5 }),
    });
    map.addControl(new maplibre.NavigationControl({ showCompass: false }));
    frame.querySelector("canvas")?.setAttribute("aria-label", box.getAttribute("aria-label") ?? "");
    const open = (event: maplibre.MapLayerMouseEvent): void => {
      const href: unknown = event.features?.[0]?.properties["href"];
      if (typeof href === "string" && href) location.assign(href);
    };
    for (const layer of ["ring", "area", "name"]) {
      map.on("click", layer, open);
      map.on("mouseenter", layer, () => (map.getCanvas().style.cursor = "pointer"));
      map.on("mouseleave", layer, () => (map.getCanvas().style.cursor = ""));
    }
    await new Promise<void>((done, failed) => {
      const late = setTimeout(() => failed(new Error("the map was not drawn in time")), 20_000);
      map.once("load", () => {
        clearTimeout(late);
        done();
      });
    });
  } catch (error) {
    frame.remove();
    throw error;
  }
}
