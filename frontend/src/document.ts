// The document page: a claim's card stands beside its words while they are pointed at, focused or named in the address.

export function startDocument(): void {
  const page = document.querySelector<HTMLElement>("[data-document]");
  if (!page) return;
  const cards = new Map<string, HTMLElement>();
  for (const card of page.querySelectorAll<HTMLElement>("[data-card]")) cards.set(card.dataset["card"] ?? "", card);
  let chosen = "";

  const show = (id: string): void => {
    for (const [one, card] of cards) card.toggleAttribute("data-on", one === id);
    for (const mark of page.querySelectorAll<HTMLElement>("mark[data-claims]")) {
      mark.toggleAttribute("data-on", id !== "" && (mark.dataset["claims"] ?? "").split(" ").includes(id));
    }
  };
  const of = (target: EventTarget | null): string => {
    const mark = target instanceof Element ? target.closest<HTMLElement>("mark[data-claims]") : null;
    // Where claims lie within each other the shortest is meant; the server names it first.
    return mark?.dataset["claims"]?.split(" ")[0] ?? "";
  };
  const choose = (id: string): void => {
    chosen = id;
    show(id);
    cards.get(id)?.scrollIntoView({ block: "nearest" });
  };

  page.addEventListener("pointerover", (event) => {
    const id = of(event.target);
    if (id) show(id);
  });
  page.addEventListener("pointerout", (event) => {
    if (of(event.target) && !of(event.relatedTarget)) show(chosen);
  });
  page.addEventListener("focusin", (event) => {
    const id = of(event.target);
    if (id) choose(id);
    const card = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-card]") : null;
    if (card) show(card.dataset["card"] ?? "");
  });
  page.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("a")) return;
    const id = of(event.target);
    if (id) choose(id);
  });
  const named = (): void => {
    const id = decodeURIComponent(location.hash.slice(1)).replace(/^card-/, "");
    if (cards.has(id)) choose(id);
  };
  window.addEventListener("hashchange", named);
  page.setAttribute("data-ready", "");
  named();
}
