import { join } from 'node:path';
import { packageRoot } from '../config/package-root.ts';

/** The folder of the articles that come with the project. */
export const shippedFolder = join(packageRoot, 'seed', 'articles');

/** The folder in it whose articles are invented. Only `DEMO=1` includes them, so that nobody mistakes them for news. */
export const demoFolder = join(shippedFolder, 'demo');
