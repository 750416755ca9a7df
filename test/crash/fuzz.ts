import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { globSync } from 'tinyglobby';
import { packageRoot } from '../../src/config/package-root.ts';
import { checkExecutor } from '../execution/comparison/check-executor.ts';

/*
 * Runs all property tests repeatedly, with several times the usual number of cases and a new seed each round, until the
 * time is over or a test fails. TEST_MONGODB_URI and TEST_DOCUMENTDB_URI have the same meaning as for `npm test`.
 */

const program = new Command('fuzz')
  .enablePositionalOptions()
  .description('Runs the property tests on new data until the time is over or one fails.')
  .argument('[minutes]', 'duration; the last round is finished', Number, 10)
  .option('--seed <number>', 'seed of the first round; it increases by one per round', Number, Date.now() % 1_000_000)
  .option('--runs <times>', 'multiple of the usual number of cases', Number, 5)
  .option('--only <path>', 'only tests whose path contains this text', '')
  .action(fuzzTests);
program
  .command('executor')
  .description('Compares the batched executor with graphql-js on random documents.')
  .argument('[documents]', 'number of documents', Number, 10_000)
  .option('--seed <number>', 'seed', Number, Date.now() % 1_000_000)
  .action(fuzzExecutor);
await program.parseAsync();

async function fuzzTests(
  minutes: number,
  { seed, runs, only }: { seed: number; runs: number; only: string },
): Promise<void> {
  const files = globSync(['test/**/*.test.ts', 'packages/*/test/**/*.test.ts'], { cwd: packageRoot })
    .filter((file) => file.includes(only) && drawsAtRandom(file))
    .sort();
  if (files.length === 0) program.error(`error: no property test has ${only} in its path`);

  const end = performance.now() + minutes * 60_000;
  let round = seed;
  do {
    console.log(`Seed ${round}, ${runs} times the usual number of cases, ${files.length} files`);
    const env = { TEST_RUNS: String(runs), TEST_SEED: String(round) };
    const args = ['vitest', 'run', '--reporter=dot', '--testTimeout=3600000', ...files];
    const child = spawn('npx', args, { cwd: packageRoot, env: { ...process.env, ...env }, stdio: 'inherit' });
    const [code] = await once(child, 'close');
    if (code !== 0) {
      const again = Object.entries(env).map(([name, value]) => `${name}=${value}`);
      console.error(`Failed with seed ${round}. To repeat: ${again.join(' ')} npx vitest run <failed file>`);
      process.exit(1);
    }
    round++;
  } while (performance.now() < end);
  console.log(`Seeds ${seed} to ${round - 1}: all passed`);
}

/** A failure names the seed of its part, and the smallest document. */
async function fuzzExecutor(documents: number, { seed }: { seed: number }): Promise<void> {
  const part = 1_000;
  for (let done = 0; done < documents; done += part) {
    const partSeed = seed + done / part;
    const numRuns = Math.min(part, documents - done);
    const fallbacks = await checkExecutor({ numRuns, seed: partSeed });
    const counts = [...fallbacks].map(([reason, count]) => `${count} ${reason}`);
    console.log(
      `${done + numRuns} documents, seed ${partSeed}, executed by graphql-js: ${counts.join(', ') || 'none'}`,
    );
  }
  console.log(`Seeds ${seed} to ${seed + Math.ceil(documents / part) - 1}: all answers equal`);
}

function drawsAtRandom(file: string): boolean {
  return /from 'fast-check'|\/runs\.ts'/.test(readFileSync(join(packageRoot, file), 'utf8'));
}
