import { defineConfig } from 'vite';
import { compressAssets } from '../compress-assets.ts';

// React's and GraphiQL's directives ("use client") mean nothing where no server renders.
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
    chunkSizeWarningLimit: 5000,
    rolldownOptions,
  },
  worker: { format: 'es', rolldownOptions },
});
