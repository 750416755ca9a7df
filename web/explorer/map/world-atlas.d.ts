declare module 'world-atlas/countries-110m.json' {
  const atlas: import('./atlas.ts').AtlasTopology;
  export default atlas;
}

declare module 'world-atlas/countries-50m.json' {
  const atlas: import('./atlas.ts').AtlasTopology;
  export default atlas;
}
