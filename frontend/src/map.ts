// A map of areas: MapLibre where the browser has WebGL2, else an SVG. Either draws a place as wide as it is known.
import type { Topology } from "topojson-specification";

export interface Area {
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly km: number;
  readonly href: string;
  readonly note: string;
  readonly contested: boolean;
}

export interface Ground {
  readonly box: HTMLElement;
  readonly areas: readonly Area[];
  /** Boundaries, or null where none are wanted. */
  readonly atlas: Topology | null;
}

function areasOf(box: HTMLElement): Area[] {
  const rows = document.querySelectorAll<HTMLElement>(`#${box.dataset["rows"] ?? ""} [data-lat]`);
  return [...rows].map((row) => ({
    name: row.dataset["name"] ?? "",
    lat: Number(row.dataset["lat"]),
    lon: Number(row.dataset["lon"]),
    km: Number(row.dataset["km"] ?? "0"),
    href: row.dataset["href"] ?? "",
    note: row.dataset["note"] ?? "",
    contested: row.hasAttribute("data-contested"),
  }));
}

async function atlasOf(box: HTMLElement): Promise<Topology | null> {
  const address = box.dataset["atlas"];
  if (!address) return null;
  const answer = await fetch(address, { credentials: "same-origin" });
  return answer.ok ? ((await answer.json()) as Topology) : null;
}

function hasWebGL2(): boolean {
  try {
    return document.createElement("canvas").getContext("webgl2") !== null;
  } catch {
    return false;
  }
}

export async function drawMap(box: HTMLElement): Promise<void> {
  const ground: Ground = { box, areas: areasOf(box), atlas: await atlasOf(box) };
  const svg = await import("./map-svg");
  if (hasWebGL2() && !box.hasAttribute("data-plain")) {
    try {
      const gl = await import("./map-gl");
      await gl.drawGl(ground);
      // Paper has no canvas that moves: the same picture as SVG is there for printing.
      svg.drawSvg(ground, "print-only");
      box.dataset["drawn"] = "gl";
      return;
    } catch (error) {
      console.warn("The map is drawn as SVG:", error);
    }
  }
  svg.drawSvg(ground, "");
  box.dataset["drawn"] = "svg";
}
