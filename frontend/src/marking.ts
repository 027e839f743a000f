// Marking words of a missed claim: by pointer, or by arrow keys word by word; the form beside the text takes what is marked.

/** Code points before a place in the text: the server counts letters, the browser UTF-16 units. */
function offset(text: HTMLElement, node: Node, at: number): number | null {
  const range = document.createRange();
  const piece = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>("[data-start]");
  if (!piece || !text.contains(piece)) return null;
  range.selectNodeContents(piece);
  range.setEnd(node, at);
  return Number(piece.dataset["start"]) + [...range.toString()].length;
}

/** A place between two pieces belongs to the next piece that has letters. */
function place(text: HTMLElement, node: Node, at: number, isEnd: boolean): number | null {
  const own = offset(text, node, at);
  if (own !== null) return own;
  const pieces = [...text.querySelectorAll<HTMLElement>("[data-start]")];
  const range = document.createRange();
  range.setStart(node, at);
  const next = pieces.findIndex((piece) => range.comparePoint(piece, 0) >= 0);
  const piece = isEnd ? pieces[next < 0 ? pieces.length - 1 : next - 1] : pieces[next];
  if (!piece) return null;
  return Number(piece.dataset["start"]) + (isEnd ? [...(piece.textContent ?? "")].length : 0);
}

export function startMarking(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-marking]");
  const text = document.querySelector<HTMLElement>("[data-text]");
  const words = form?.querySelector<HTMLInputElement>("input[name=words]");
  const start = form?.querySelector<HTMLInputElement>("input[name=start]");
  const end = form?.querySelector<HTMLInputElement>("input[name=end]");
  if (!form || !text || !words || !start || !end) return;

  const take = (): void => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return;
    const range = selection.getRangeAt(0);
    if (!text.contains(range.commonAncestorContainer)) return;
    const from = place(text, range.startContainer, range.startOffset, false);
    const to = place(text, range.endContainer, range.endOffset, true);
    if (from === null || to === null || to <= from) return;
    start.value = String(from);
    end.value = String(to);
    start.disabled = end.disabled = false;
    words.value = selection.toString().replace(/\s+/gu, " ").trim();
    form.setAttribute("data-taken", "");
  };
  document.addEventListener("selectionchange", take);
  // Words that somebody types are looked for by the server.
  words.addEventListener("input", () => {
    start.disabled = end.disabled = true;
    form.removeAttribute("data-taken");
  });

  const begin = (): void => {
    const selection = document.getSelection();
    if (selection?.anchorNode && text.contains(selection.anchorNode)) return;
    const first = text.querySelector("[data-start]")?.firstChild;
    if (selection && first) selection.collapse(first, 0);
  };
  const steps: Record<string, [string, string]> = {
    ArrowLeft: ["left", "word"],
    ArrowRight: ["right", "word"],
    ArrowUp: ["backward", "line"],
    ArrowDown: ["forward", "line"],
  };
  text.addEventListener("keydown", (event) => {
    if (event.target !== text || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" && form.hasAttribute("data-taken")) {
      event.preventDefault();
      form.requestSubmit();
      return;
    }
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    begin();
    const selection = document.getSelection();
    selection?.modify(event.shiftKey ? "extend" : "move", step[0], step[1]);
    const focus = selection?.focusNode;
    (focus instanceof Element ? focus : focus?.parentElement)?.scrollIntoView({ block: "nearest" });
  });
}
