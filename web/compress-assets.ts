import { Buffer } from 'node:buffer';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Writes `name.gz` next to each asset of the build, for servers that send precompressed files. */
export function compressAssets(): Plugin {
  return {
    name: 'compress-assets',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (!file.fileName.startsWith('assets/')) continue;
          const content = Buffer.from(file.type === 'chunk' ? file.code : file.source);
          this.emitFile({ type: 'asset', fileName: `${file.fileName}.gz`, source: gzipSync(content) });
        }
      },
    },
  };
}
