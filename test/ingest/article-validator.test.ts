import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { articleValidatorSource } from '../../scripts/article-validator-source.ts';

it('is what the schema of articles compiles to', () => {
  expect(readFileSync('src/generated/article-validator.ts', 'utf8')).toBe(articleValidatorSource());
});
