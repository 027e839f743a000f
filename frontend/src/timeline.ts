// The timeline: dragging over days filters by them; each bar is a link that does the same without a script.

export function startTimeline(): void {
  for (const picture of document.querySelectorAll<SVGSVGElement>("svg[data-timeline]")) {
    let from: string | null = null;
    const day = (event: Event): SVGElement | null =>
      event.target instanceof Element ? event.target.closest<SVGElement>("[data-since]") : null;
    picture.addEventListener("pointerdown", (event) => {
      from = day(event)?.dataset["since"] ?? null;
    });
    picture.addEventListener("pointerup", (event) => {
      const bar = day(event);
      const since = bar?.dataset["since"];
      const until = bar?.dataset["until"];
      if (!from || !since || !until || from === since) return;
      const address = new URL(location.href);
      const [first, last] = from < since ? [from, until] : [since, until > from ? until : from];
      address.searchParams.set("since", first ?? since);
      address.searchParams.set("until", last ?? until);
      address.searchParams.delete("after");
      location.assign(address);
    });
  }
}
