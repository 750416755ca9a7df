import { signal } from '@preact/signals';

/** The width of the bars' area in pixels. */
export const timelineWidth = signal(700);

/** The days that the timeline is zoomed to; null if it shows all. */
export const timelineRange = signal<{ from: string; to: string } | null>(null);

/** Whether days are being dragged: nothing is asked before they are let go. */
export const isBrushing = signal(false);

/** The people that are drawn over the bars. */
export type Toll = 'killed' | 'injured' | 'none';
