const steps: Record<string, (index: number, last: number) => number> = {
  ArrowDown: (index, last) => Math.min(last, index + 1),
  ArrowUp: (index) => Math.max(0, index - 1),
  Home: () => 0,
  End: (_index, last) => last,
};

/** Moves the focus among the controls of the element that listens, which are one stop of the Tab key. */
export function moveByArrows(event: KeyboardEvent): void {
  const step = steps[event.key];
  if (!step || event.altKey || event.ctrlKey || event.metaKey || !(event.currentTarget instanceof HTMLElement)) return;
  const controls = [...event.currentTarget.querySelectorAll<HTMLElement>('input[type=checkbox], button, a[href]')];
  const index = controls.indexOf(event.target as HTMLElement);
  if (index < 0) return;
  event.preventDefault();
  controls[step(index, controls.length - 1)]?.focus();
}
