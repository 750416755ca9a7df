import { signal } from '@preact/signals';
import { type GeoPath, geoMercator, geoPath } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { worldSize } from './mercator.ts';

/** The shapes of a world-atlas; the ids of countries are codes of ISO 3166-1, such as IQ. */
export type AtlasTopology = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;

/** The shapes of the world as SVG paths, in units of `worldSize`. */
export interface Atlas {
  scale: '110m' | '50m';
  land: string;
  borders: string;
  /** Returns the shape of a country; null if it is too small for this atlas. */
  shapeOf(country: string): string | null;
}

/** The finest atlas that is loaded; null before there is one, when points stand on the sea. */
export const atlas = signal<Atlas | null>(null);

const loaders = {
  '110m': () => import('world-atlas/countries-110m.json'),
  '50m': () => import('world-atlas/countries-50m.json'),
};
const started = new Set<Atlas['scale']>();

/** Loads an atlas, once. If it cannot be loaded, the map goes on with what it has, and the next call tries again. */
export async function loadAtlas(scale: Atlas['scale']): Promise<void> {
  if (started.has(scale)) return;
  started.add(scale);
  try {
    const { default: topology } = await loaders[scale]();
    if (atlas.value?.scale !== '50m') atlas.value = createAtlas(scale, topology);
  } catch {
    started.delete(scale);
  }
}

function createAtlas(scale: Atlas['scale'], topology: AtlasTopology): Atlas {
  const { countries, land } = topology.objects;
  const projection = geoMercator()
    .scale(worldSize / (2 * Math.PI))
    .translate([worldSize / 2, worldSize / 2])
    .precision(0); // sides are short enough: resampling them would only add points
  const path: GeoPath = geoPath(projection).digits(scale === '50m' ? 3 : 2);
  const shapes = new Map<string, string | null>();
  return {
    scale,
    land: path(feature(topology, land)) ?? '',
    borders: path(mesh(topology, countries)) ?? '',
    shapeOf(country) {
      const known = shapes.get(country);
      if (known !== undefined) return known;
      const geometry = countries.geometries.find(({ id }) => id === country);
      const shape = geometry ? path(feature(topology, geometry)) : null;
      shapes.set(country, shape);
      return shape;
    },
  };
}
