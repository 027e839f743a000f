// Forms that send themselves when something is chosen, and menus that close.

export function startMenus(): void {
  for (const field of document.querySelectorAll<HTMLSelectElement | HTMLInputElement>("[data-sends]")) {
    field.addEventListener("change", () => field.form?.requestSubmit());
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const open = document.querySelector<HTMLDetailsElement>("details[data-menu][open]");
    if (!open) return;
    open.open = false;
    open.querySelector("summary")?.focus();
  });
  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll<HTMLDetailsElement>("details[data-menu][open]")) {
      if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
    }
  });
  for (const print of document.querySelectorAll("[data-print]")) {
    print.removeAttribute("hidden");
    print.addEventListener("click", () => window.print());
  }
}
