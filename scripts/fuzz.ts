import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { globSync } from 'tinyglobby';
import { packageRoot } from '../src/package-root.ts';

/*
 * Runs all tests that draw what they try, many times as often as usual and from another seed each round, until the time
 * is over or one fails. TEST_MONGODB_URI and TEST_DOCUMENTDB_URI mean what they mean to `npm test`.
 */

const program = new Command('fuzz')
  .description('Tries the properties that the tests state on ever new data, and ends at the first that does not hold.')
  .argument('[minutes]', 'how long; the round in hand is finished', Number, 10)
  .option('--seed <number>', 'of the first round; each other one takes the next', Number, Date.now() % 1_000_000)
  .option('--runs <times>', 'as often as usual, in each round', Number, 5)
  .option('--only <path>', 'only tests whose path has this in it', '')
  .parse();
const { seed, runs, only } = program.opts<{ seed: number; runs: number; only: string }>();
const [minutes] = program.processedArgs as [number];

const files = globSync('test/**/*.test.ts', { cwd: packageRoot })
  .filter((file) => file.includes(only) && drawsAtRandom(file))
  .sort();
if (files.length === 0) program.error(`error: no test that draws what it tries has ${only} in its path`);

const end = performance.now() + minutes * 60_000;
let round = seed;
do {
  console.log(`Seed ${round}, ${runs} times as often as usual, ${files.length} files`);
  const env = { TEST_RUNS: String(runs), TEST_SEED: String(round) };
  const args = ['vitest', 'run', '--reporter=dot', '--testTimeout=3600000', ...files];
  const child = spawn('npx', args, { cwd: packageRoot, env: { ...process.env, ...env }, stdio: 'inherit' });
  const [code] = await once(child, 'close');
  if (code !== 0) {
    const again = Object.entries(env).map(([name, value]) => `${name}=${value}`);
    console.error(`Failed with seed ${round}. Again: ${again.join(' ')} npx vitest run <the file that failed>`);
    process.exit(1);
  }
  round++;
} while (performance.now() < end);
console.log(`Seeds ${seed} to ${round - 1}: nothing failed`);

function drawsAtRandom(file: string): boolean {
  return /from 'fast-check'|support\/runs\.ts'/.test(readFileSync(join(packageRoot, file), 'utf8'));
}
