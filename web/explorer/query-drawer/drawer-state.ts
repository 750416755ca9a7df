import { signal } from '@preact/signals';

/** Whether the drawer is open. */
export const isDrawerOpen = signal(false);
