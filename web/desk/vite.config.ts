import { defineConfig } from 'vite';
import { compressAssets } from '../compress-assets.ts';

export default defineConfig({
  root: import.meta.dirname,
  base: '/desk/',
  plugins: [compressAssets()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../../dist/desk',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    license: { fileName: 'licenses.md' },
  },
});
