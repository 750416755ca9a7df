import { signal } from '@preact/signals';

/** The width of the bars' area in pixels. */
export const timelineWidth = signal(700);

/** The days that the timeline is zoomed to; null if it shows all. */
export const timelineRange = signal<{ from: string; to: string } | null>(null);

/** The people that are drawn over the bars. */
export type Toll = 'killed' | 'injured' | 'none';
