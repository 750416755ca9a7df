#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The program of each command, and the flags for Node. */
const commands = {
  start: {
    program: 'dist/src/main.js',
    // Large answers are made with fewer collections of garbage, for up to 50 MB more.
    flags: ['--max-semi-space-size=64'],
    about: 'Starts the gateway',
  },
  seed: {
    program: 'dist/seed/main.js',
    // Keeps the heap small however large the files are.
    flags: ['--max-semi-space-size=2', '--heap-growing-percent=100'],
    about: 'Seeds article files, and maintains the store',
  },
  upgrade: { program: 'dist/seed/upgrade.js', about: 'Upgrades a store written by an earlier version' },
  prepare: { program: 'dist/seed/prepare.js', about: 'Creates missing collections and indexes' },
  dump: { program: 'dist/seed/dump.js', about: 'Writes all articles of a store to a file, as a backup' },
  draft: { program: 'dist/seed/draft.js', about: 'Drafts the article JSON of a text' },
  import: { program: 'dist/seed/import.js', about: 'Converts other data sets to article JSON' },
  store: { program: 'packages/embedded-store/dist/main.js', about: 'Runs the embedded store without the gateway' },
  token: { program: 'dist/src/server/auth/make-token.js', about: 'Creates an access token' },
};

const root = new URL('../', import.meta.url);
const [name = '', ...args] = process.argv.slice(2);

if (Object.hasOwn(commands, name)) run(commands[name]);
else if (name === '--version') console.log(JSON.parse(readFileSync(new URL('package.json', root), 'utf8')).version);
else explain(name === '--help' || name === 'help');

function run({ program, flags = [] }) {
  const child = spawn(process.execPath, [...flags, fileURLToPath(new URL(program, root)), ...args], {
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // In a terminal, Ctrl-C also reaches the child: a second SIGINT would end it immediately.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on('error', (error) => {
    console.error(`incident-graph ${name} failed to start: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (status, signal) => {
    if (signal === null) process.exit(status);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

function explain(isAsked) {
  const width = Math.max(...Object.keys(commands).map((key) => key.length));
  const lines = Object.entries(commands).map(([key, { about }]) => `  ${key.padEnd(width)}  ${about}`);
  const usage = `Usage: incident-graph <command> [options]\n\n${lines.join('\n')}\n\nincident-graph <command> --help lists the options of a command.\n`;
  if (isAsked) process.stdout.write(usage);
  else {
    process.stderr.write(name === '' ? usage : `Unknown command: ${name}\n\n${usage}`);
    process.exitCode = 2;
  }
}
