import { readFileSync, writeFileSync } from 'node:fs';
import { articleValidatorSource } from './article-validator-source.ts';

/** Writes the compiled form of the article schema; with `--check`, fails where the written one is not that. */
const file = 'src/generated/article-validator.ts';
const source = articleValidatorSource();

if (!process.argv.includes('--check')) {
  writeFileSync(file, source);
} else if (readFileSync(file, 'utf8') !== source) {
  process.stderr.write(`${file} is not what seed/article.schema.json compiles to: run \`npm run generate\`\n`);
  process.exitCode = 1;
}
