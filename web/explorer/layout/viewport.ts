import { signal } from '@preact/signals';

const phone = window.matchMedia('(max-width: 767px)');
const narrow = window.matchMedia('(max-width: 899px)');

/** Whether the page is as narrow as a phone: everything is under each other, and the facets are in a sheet. */
export const isPhone = signal(phone.matches);

/** Whether the facets stand beside the map. */
export const facetsShown = signal(!narrow.matches);

/** Whether the sheet with the facets is open. */
export const sheetOpen = signal(false);

export const openSheet = () => {
  sheetOpen.value = true;
};

export const toggleFacets = () => {
  facetsShown.value = !facetsShown.value;
};

phone.addEventListener('change', ({ matches }) => {
  isPhone.value = matches;
  if (!matches) sheetOpen.value = false;
});
narrow.addEventListener('change', ({ matches }) => {
  facetsShown.value = !matches;
});
