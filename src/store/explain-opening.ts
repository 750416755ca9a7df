import { MongoCompatibilityError, MongoServerSelectionError, type TopologyDescription } from 'mongodb';
import { explainRefusal } from './explain-refusal.ts';

/**
 * Returns one line that says why a server cannot be used, and what to do about it. `address` describes it without
 * credentials, `seeds` are the hosts that MONGODB_URI names.
 */
export function explainOpening(error: unknown, address: string, seeds: readonly string[]): string {
  const refusal = explainRefusal(error);
  if (refusal) return `The ${address} refused a command: ${refusal}`;
  const topology = error instanceof MongoServerSelectionError ? error.reason : undefined;
  const set = topology && explainReplicaSet(topology, seeds);
  if (set) return `Cannot connect to the ${address}: ${set}`;
  const root = rootOf((topology && errorOf(topology)) ?? error);
  if (root instanceof MongoCompatibilityError) return `The ${address} is too old: ${firstLine(root)}. ${upgradeServer}`;
  return `Cannot connect to the ${address}: ${firstLine(root)}. ${remedyOf(root)}`;
}

export const upgradeServer = 'Upgrade the server to MongoDB 6 or later';

/**
 * Explains what only the members of a replica set can lack: the name, the initiation, a primary, or addresses that this
 * machine reaches. Returns undefined if it is none of these.
 */
function explainReplicaSet({ setName, servers, type }: TopologyDescription, seeds: readonly string[]) {
  const members = [...servers.values()];
  if (members.some((member) => member.type === 'RSGhost')) {
    return 'The replica set is not initiated. Run rs.initiate() on one member';
  }
  if (type !== 'ReplicaSetNoPrimary') return undefined;
  if (members.length === 0) {
    return `No server there belongs to the replica set ${JSON.stringify(setName)}. Set replicaSet in MONGODB_URI to the name that rs.conf() shows`;
  }
  const unreachable = members.flatMap(({ address, error }) =>
    error ? [{ address, reason: firstLine(rootOf(error)) }] : [],
  );
  const named = unreachable.filter(({ address }) => !seeds.includes(address));
  const list = (each: typeof unreachable) => each.map(({ address, reason }) => `${address} (${reason})`).join(', ');
  if (named.length > 0) {
    return `These members of the replica set cannot be reached: ${list(named)}. This machine must reach each member by the name that rs.conf() shows`;
  }
  if (unreachable.length === members.length) return undefined;
  const others = unreachable.length > 0 ? `; these members cannot be reached: ${list(unreachable)}` : '';
  return `The replica set has no primary${others}. A majority of its members must run and reach each other: see rs.status()`;
}

function errorOf({ servers }: TopologyDescription): Error | undefined {
  return [...servers.values()].flatMap(({ error }) => error ?? [])[0];
}

const withoutTls = 'If the server does not use TLS, remove tls=true from MONGODB_URI. Is the port correct?';

/** Remedies by the code of Node or OpenSSL. */
const remedies: readonly (readonly [codes: RegExp, remedy: string])[] = [
  [
    /^ERR_TLS_CERT_ALTNAME_INVALID$/,
    'Use a host in MONGODB_URI that the certificate lists, or give the server a certificate for this host',
  ],
  [
    /SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)/,
    'Set tlsCAFile in MONGODB_URI, or NODE_EXTRA_CA_CERTS, to the certificate of the authority that the server uses',
  ],
  [/^CERT_(HAS_EXPIRED|NOT_YET_VALID)$/, 'Renew the certificate of the server, or correct the clock of this machine'],
  // MongoDB Atlas sends an alert to machines whose addresses are not allowed.
  [
    /ALERT|HANDSHAKE/,
    'If the server is hosted, allow the address of this machine there. If it requires a certificate of the client, set tlsCertificateKeyFile in MONGODB_URI',
  ],
  [/WRONG_VERSION_NUMBER|PACKET_LENGTH|RECORD_LAYER|UNKNOWN_PROTOCOL/, withoutTls],
];

function remedyOf(error: unknown): string {
  const { code } = error as { code?: unknown };
  const [, remedy] = remedies.find(([codes]) => codes.test(String(code))) ?? [];
  if (remedy) return remedy;
  if (/before secure TLS connection/.test(firstLine(error))) return withoutTls;
  if (/^connection .* closed$/.test(firstLine(error))) {
    return 'If the server requires TLS, add tls=true to MONGODB_URI. Is it running, and is MONGODB_URI correct?';
  }
  return 'Is it running, and is MONGODB_URI correct?';
}

/** The driver wraps the errors of sockets, in which Node and OpenSSL say what is wrong. */
function rootOf(error: unknown): unknown {
  let root = error;
  for (let depth = 0; depth < 8 && root instanceof Error && root.cause instanceof Error; depth++) root = root.cause;
  return root;
}

export function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split('\n', 1)[0] ?? '').replace(/\.$/, '');
}
