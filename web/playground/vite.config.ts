import { defineConfig } from 'vite';
import { compressAssets } from '../compress-assets.ts';

// The directives of React and GraphiQL ("use client") have no effect without server rendering.
const rolldownOptions = { checks: { moduleLevelDirective: false } };

export default defineConfig({
  root: import.meta.dirname,
  base: '/playground/',
  plugins: [compressAssets()],
  build: {
    outDir: '../../dist/playground',
    emptyOutDir: true,
    target: 'es2023',
    reportCompressedSize: false,
    license: { fileName: 'licenses.md' },
    chunkSizeWarningLimit: 5000,
    rolldownOptions,
  },
  worker: { format: 'es', rolldownOptions },
});
