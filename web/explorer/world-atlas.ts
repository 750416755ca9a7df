import iso from 'i18n-iso-countries';
import type { Plugin } from 'vite';

interface Atlas {
  objects: Record<string, { geometries: { id?: string; properties?: { name?: string } }[] }>;
}

/** Countries without a number of ISO 3166-1 that have a code in wide use. */
const codes: Record<string, string> = { Kosovo: 'XK' };

/**
 * Loads the shapes of world-atlas with the two-letter codes of countries as ids, in place of their numbers, and without
 * their names. The page preloads the coarse ones.
 */
export function worldAtlas(): Plugin {
  return {
    name: 'world-atlas',
    enforce: 'pre',
    transform(code, id) {
      if (!/world-atlas\/countries-\d+m\.json$/.test(id)) return;
      const atlas: Atlas = JSON.parse(code);
      for (const { geometries } of Object.values(atlas.objects))
        for (const geometry of geometries) {
          const found = geometry.id ? iso.numericToAlpha2(geometry.id) : codes[geometry.properties?.name ?? ''];
          delete geometry.properties;
          if (found) geometry.id = found;
          else delete geometry.id;
        }
      return { code: JSON.stringify(atlas), map: null };
    },
    transformIndexHtml: {
      order: 'post',
      // With the first script: a server that is busy with the first query would send it late.
      handler: (_html, { bundle }) =>
        Object.values(bundle ?? {}).flatMap(({ fileName }) =>
          fileName.startsWith('assets/countries-110m')
            ? {
                tag: 'link',
                attrs: { rel: 'modulepreload', crossorigin: true, href: `/explorer/${fileName}` },
                injectTo: 'head' as const,
              }
            : [],
        ),
    },
  };
}
