import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { packageRoot } from '../../src/config/package-root.ts';

export const gatewaySchema = buildSchema(readFileSync(join(packageRoot, 'schema.graphql'), 'utf8'));
