import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildCommands, type Commands, type EndedCommand } from './command.ts';
import { openTestStore, type TestStore } from './store.ts';

export interface Desk {
  /**
   * Runs the seed command in the folder of the files. Its progress, which depends on time, is removed from the output.
   */
  seed(...args: string[]): Promise<EndedCommand>;
  path: string;
  env: Record<string, string>;
  store: TestStore;
  close(): Promise<void>;
}

export interface Desks {
  commands: Commands;
  root: string;
  /**
   * Creates a folder with these files, and a store that the commands share with the test; empty unless one is given.
   */
  open(files: Record<string, string | Buffer>, given?: TestStore): Promise<Desk>;
  /** Does the same, and closes it afterwards. */
  use(files: Record<string, string | Buffer>, use: (desk: Desk) => Promise<void>, given?: TestStore): Promise<void>;
  remove(): void;
}

/** Compiles the commands first, if no other test has. */
export function createDesks(): Desks {
  const commands = buildCommands();
  const root = mkdtempSync(join(tmpdir(), 'seed-process-'));

  async function open(files: Record<string, string | Buffer>, given?: TestStore): Promise<Desk> {
    const store = given ?? (await openTestStore());
    const path = mkdtempSync(join(root, 'desk-'));
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), content);
    }
    const env = environmentOf(store);
    return {
      path,
      env,
      store,
      seed: async (...args) => withoutProgress(await commands.run('seed', args, { cwd: path, env })),
      close: async () => {
        if (!given) await store.close();
      },
    };
  }

  return {
    commands,
    root,
    open,
    async use(files, use, given) {
      const desk = await open(files, given);
      try {
        await use(desk);
      } finally {
        await desk.close();
      }
    },
    remove() {
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function environmentOf({ config }: TestStore): Record<string, string> {
  return 'mongodbUri' in config ? { MONGODB_URI: config.mongodbUri } : { DATA_DIR: config.dataDir };
}

function withoutProgress(ended: EndedCommand): EndedCommand {
  return { ...ended, stderr: ended.stderr.replace(/^(Reading|Writing): \d+%, .*\n/gm, '') };
}
