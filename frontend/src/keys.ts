// Review by keyboard: j and k walk the queue, a letter shown on a button presses it, / goes to the search field, ? shows the keys.

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");
}

function items(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[data-item]")];
}

function walk(step: 1 | -1): void {
  const all = items();
  const at = all.findIndex((item) => item.hasAttribute("data-at"));
  choose(all[Math.min(all.length - 1, Math.max(0, at + step))] ?? null);
}

function choose(item: HTMLElement | null): void {
  for (const other of document.querySelectorAll("[data-item][data-at]")) {
    other.removeAttribute("data-at");
    other.removeAttribute("aria-current");
  }
  if (!item) return;
  item.setAttribute("data-at", "");
  item.setAttribute("aria-current", "true");
  item.focus({ preventScroll: true });
  item.scrollIntoView({ block: "nearest" });
}

function press(key: string): boolean {
  const item = document.querySelector<HTMLElement>("[data-item][data-at]") ?? document.body;
  const button = item.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  if (!button) return false;
  if (button instanceof HTMLDetailsElement) {
    button.open = !button.open;
    if (button.open) button.querySelector<HTMLElement>("input:not([type=hidden]), select, textarea")?.focus();
  } else button.click();
  return true;
}

export function startKeys(): void {
  document.addEventListener("focusin", (event) => {
    const item = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-item]") : null;
    if (!item || item.hasAttribute("data-at")) return;
    for (const other of document.querySelectorAll("[data-item][data-at]")) {
      other.removeAttribute("data-at");
      other.removeAttribute("aria-current");
    }
    item.setAttribute("data-at", "");
    item.setAttribute("aria-current", "true");
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && isTyping(event.target)) {
      const item = (event.target as HTMLElement).closest<HTMLElement>("[data-item]");
      const open = (event.target as HTMLElement).closest("details");
      if (open && item?.contains(open)) open.open = false;
      item?.focus();
      return;
    }
    if (isTyping(event.target)) return;
    if (event.key === "j") walk(1);
    else if (event.key === "k") walk(-1);
    else if (event.key === "/") {
      const search = document.querySelector<HTMLInputElement>("input[type=search]");
      if (!search) return;
      event.preventDefault();
      search.focus();
    } else if (event.key === "?") document.querySelector<HTMLDetailsElement>("details[data-keys]")?.toggleAttribute("open");
    else if (press(event.key)) event.preventDefault();
  });
  // After htmx has put the answer in place of an item, the next one is taken up where the work was.
  let place = 0;
  document.addEventListener("htmx:before:swap", () => {
    place = items().findIndex((item) => item.hasAttribute("data-at"));
  });
  document.addEventListener("htmx:after:swap", () => {
    const all = items();
    const now = all[Math.max(0, place)];
    choose(now?.hasAttribute("data-done") ? (all[place + 1] ?? now) : (now ?? null));
  });
}
