// A missed claim is added by marking its words: what is selected in the text fills the form's offsets.
// The server counts code points, JavaScript UTF-16 units: converted here, at the border.

function points(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** Where a place in the page lies in the text of the document: every piece of text says where it starts. */
function offset(node: Node, units: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const piece = element?.closest<HTMLElement>("[data-start]");
  if (!piece) return null;
  const range = document.createRange();
  range.setStart(piece, 0);
  range.setEnd(node, units);
  return Number(piece.dataset["start"]) + points(range.toString());
}

export function startMarking(): void {
  const text = document.querySelector<HTMLElement>("[data-text]");
  const form = document.querySelector<HTMLFormElement>("form[data-marking]");
  if (!text || !form) return;
  const field = (name: string): HTMLInputElement | null => form.querySelector(`[name="${name}"]`);
  let first: [number, number] | null = null;

  const take = (): void => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return;
    const range = selection.getRangeAt(0);
    if (!text.contains(range.commonAncestorContainer)) return;
    const start = offset(range.startContainer, range.startOffset);
    const end = offset(range.endContainer, range.endOffset);
    if (start === null || end === null || start >= end) return;
    const isTrigger = first !== null && start >= first[0] && end <= first[1] && form.matches("[data-trigger]");
    const [startField, endField] = isTrigger ? ["trigger_start", "trigger_end"] : ["start", "end"];
    set(field(startField ?? ""), start);
    set(field(endField ?? ""), end);
    const words = form.querySelector<HTMLElement>(isTrigger ? "[data-trigger-words]" : "[data-words]");
    if (words) words.textContent = selection.toString();
    if (!isTrigger) first = [start, end];
    const box = form.closest("details");
    if (box) box.open = true;
  };
  const set = (input: HTMLInputElement | null, value: number): void => {
    if (input) input.value = String(value);
  };
  text.addEventListener("pointerup", () => setTimeout(take));
  text.addEventListener("keyup", (event) => {
    if (event.shiftKey) take();
  });
}
