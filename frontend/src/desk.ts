// What every page loads. All pages work without it; it saves a click or a page load.
import "htmx.org";
import { startDocument } from "./document";
import { startKeys } from "./keys";
import { startMarking } from "./marking";
import { startMenus } from "./menus";
import { startTimeline } from "./timeline";

function start(): void {
  // On a phone the places of the desk scroll by themselves: the one at hand is in sight.
  document.querySelector('.nav [aria-current="page"]')?.scrollIntoView({ block: "nearest", inline: "center" });
  startMenus();
  startDocument();
  startKeys();
  startMarking();
  startTimeline();
  startMaps();
}

/** The map's script is loaded where a map is, and only when it comes near the screen. */
function startMaps(): void {
  const maps = document.querySelectorAll<HTMLElement>("[data-map]");
  if (maps.length === 0) return;
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        if (!entry.isIntersecting || !(entry.target instanceof HTMLElement)) continue;
        observer.unobserve(entry.target);
        void draw(entry.target);
      }
    },
    { rootMargin: "200px" },
  );
  for (const map of maps) observer.observe(map);
}

async function draw(box: HTMLElement): Promise<void> {
  const script = box.dataset["script"];
  if (!script) return;
  const island = (await import(/* the server names the file */ script)) as typeof import("./map");
  await island.drawMap(box);
}

start();
