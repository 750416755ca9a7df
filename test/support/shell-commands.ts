import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { packageRoot } from '../../src/config/package-root.ts';

interface Role {
  role: string;
  privileges: { resource: { db: string; collection: string }; actions: string[] }[];
  roles: string[];
}

/** What the commands for `mongosh` in docs/mongodb.md make, so that tests use what users copy. */
export interface ShellCommands {
  /** The actions that each role allows in every collection of the database, those of the roles within it included. */
  roles: ReadonlyMap<string, ReadonlySet<string>>;
  /** The role of each user. */
  users: ReadonlyMap<string, readonly string[]>;
  /** The shard key of each collection that is sharded. */
  shardKeys: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
}

export function readShellCommands(): ShellCommands {
  const page = readFileSync(join(packageRoot, 'docs', 'mongodb.md'), 'utf8');
  const roles = new Map<string, Set<string>>();
  const users = new Map<string, string[]>();
  const shardKeys = new Map<string, Record<string, unknown>>();
  const db = {
    getSiblingDB: () => db,
    createRole({ role, privileges, roles: within }: Role) {
      for (const { resource } of privileges) {
        if (resource.db !== 'incident-graph' || resource.collection !== '') throw new Error(`${role} is not for all`);
      }
      const inherited = within.flatMap((name) => {
        const actions = roles.get(name);
        if (!actions) throw new Error(`${name} is not created before ${role}`);
        return [...actions];
      });
      roles.set(role, new Set([...inherited, ...privileges.flatMap(({ actions }) => actions)]));
    },
    createUser: ({ user, roles: given }: { user: string; roles: string[] }) => users.set(user, given),
  };
  const sh = {
    shardCollection(name: string, key: Record<string, unknown>) {
      if (!name.startsWith('incident-graph.')) throw new Error(`${name} is not in the database`);
      shardKeys.set(name.slice('incident-graph.'.length), key);
    },
  };
  const rs = { initiate: () => {} };
  for (const [, block = ''] of page.matchAll(/^```js\n(.*?)^```/gms)) {
    runInNewContext(block, { db, sh, rs, passwordPrompt: () => '' });
  }
  return { roles, users, shardKeys };
}
