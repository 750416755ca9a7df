import { defineConfig } from 'vite';
import { compressAssets } from '../compress-assets.ts';
import { worldAtlas } from './world-atlas.ts';

export default defineConfig({
  root: import.meta.dirname,
  base: '/explorer/',
  plugins: [worldAtlas(), compressAssets()],
  json: { stringify: true },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../../dist/explorer',
    chunkSizeWarningLimit: 800, // the fine atlas, which is loaded on zoom
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    license: { fileName: 'licenses.md' },
  },
});
