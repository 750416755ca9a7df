import type { Span } from '../../explorer/words/segments.ts';

/** The offset in the text of an element at which a point of the document lies; null outside of it. */
function offsetIn(box: Element, node: Node, offset: number): number | null {
  if (!box.contains(node)) return null;
  const range = document.createRange();
  range.setStart(box, 0);
  range.setEnd(node, offset);
  let length = 0;
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    if (text === node) return length + offset;
    if (range.comparePoint(text, 0) > 0) return length;
    length += text.nodeValue?.length ?? 0;
  }
  return length;
}

/** The selected part of an element's text; null if nothing of it is selected. */
export function selectionIn(box: Element): Span | null {
  const selection = document.getSelection();
  if (!selection?.anchorNode || !selection.focusNode || selection.isCollapsed) return null;
  const anchor = offsetIn(box, selection.anchorNode, selection.anchorOffset);
  const focus = offsetIn(box, selection.focusNode, selection.focusOffset);
  if (anchor === null || focus === null || anchor === focus) return null;
  return { start: Math.min(anchor, focus), end: Math.max(anchor, focus) };
}

/** The range of the document that a part of an element's text takes. */
export function rangeOf(box: Element, { start, end }: Span): Range {
  const range = document.createRange();
  range.selectNodeContents(box);
  let length = 0;
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const size = text.nodeValue?.length ?? 0;
    if (length <= start && start <= length + size) range.setStart(text, start - length);
    if (length <= end && end <= length + size) {
      range.setEnd(text, end - length);
      break;
    }
    length += size;
  }
  return range;
}

/** Draws words as selected while the focus is elsewhere, without a change of the document. */
export function paintWords(name: string, range: Range | null): void {
  if (!('highlights' in CSS)) return;
  if (range) CSS.highlights.set(name, new Highlight(range));
  else CSS.highlights.delete(name);
}
