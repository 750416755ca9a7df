import { readFileSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { parseStoreConfig } from '../src/config/config.ts';
import { readEnvironment } from '../src/config/read-environment.ts';
import { type Draft, type DraftLookup, emptyLookup, UndraftableText } from '../src/drafting/draft.ts';
import { draftArticle } from '../src/drafting/draft-article.ts';
import { createModelClient } from '../src/drafting/model/ask-model.ts';
import type { DraftModel } from '../src/drafting/model/draft-with-model.ts';
import { parseModelConfig } from '../src/drafting/model/model-config.ts';
import { readModelFiles } from '../src/drafting/model/model-files.ts';
import { createStoreLookup } from '../src/drafting/store-lookup.ts';
import { entities } from '../src/entities/entities.ts';
import { exitCodes } from '../src/errors/exit-codes.ts';
import { fileNameId } from '../src/ingest/parse/file-name-id.ts';
import { parsePublication } from '../src/ingest/parse/publication.ts';
import { isFullDisk } from '../src/store/is-full-disk.ts';
import { openStore, StoreMissing } from '../src/store/open-store.ts';
import { plural } from '../src/text/plural.ts';
import { DraftFileFault, readDraftFile, writeDraftFile } from './draft-file.ts';
import { explainSeedError } from './explain-seed-error.ts';
import { guardOutput } from './guard-output.ts';
import { refuseSwallowedOptions } from './refuse-swallowed-options.ts';
import { say } from './stderr.ts';

interface Options {
  published: string;
  out?: string;
  id?: string;
  title?: string;
  url?: string;
  publisher?: string;
  language?: string;
  store: boolean;
  model: boolean;
}

/** The number of facts and sentences that are listed; all are counted. */
const maxShown = 40;

/** The text cannot be read. */
class TextFault extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

const command = new Command('draft')
  .description('Drafts the article JSON of a text: actors, places, incidents and statements, each with its evidence.')
  .argument('<text>', 'a file with the text of an article; - for standard input')
  .requiredOption('--published <day>', 'the day of publication, such as 2025-03-12, or a moment', publication)
  .option('--out <file>', 'write the article to a file; one that exists keeps what you edited in it')
  .option('--id <id>', 'the id of the article; by default that of --out, otherwise its first words and the day', slug)
  .option('--title <title>', 'the title of the article')
  .option('--url <url>', 'the address of the article')
  .option('--publisher <name>', 'the publisher of the article')
  .option('--language <tag>', 'the language of the text, such as en; by default it is detected')
  .option('--no-store', 'look up no names in the store')
  .option('--no-model', 'ask no model, even if one is set')
  .addHelpText(
    'after',
    `
Names, ids and points are taken from the store where it has them: the server at MONGODB_URI if that is set, otherwise the
embedded store in DATA_DIR (default: data) if there is one. It is only read. If DRAFT_URL, DRAFT_MODEL and DRAFT_KEY are
set, a model adds to the draft. docs/drafting.md says what is drafted, how well, and how a model can help.

The article goes to --out, or to standard output. What to check, least sure first, and the sentences without evidence go to
standard output, or to standard error without --out. The last draft is kept in a file beside --out whose name ends in
.draft, so that the next run knows what you changed.

Exit codes:
  0    success
  1    unexpected error
  2    usage error
  65   the text is blank or too large, or --out holds something else than an article of this text
  66   the text is missing or unreadable
  69   the store is unavailable
  73   --out cannot be written
  74   a disk is full
  78   a setting is wrong`,
  )
  .exitOverride((error) => {
    process.exit(error.exitCode === 0 ? exitCodes.ok : exitCodes.usage);
  })
  .action(run);

async function run(path: string, options: Options): Promise<void> {
  const text = readText(path);
  const { out, published, id, title, url, publisher, language } = options;
  const known = out === undefined ? undefined : readDraftFile(out, text);
  const given = {
    text,
    published,
    ...definedOf({ id: id ?? known?.edited.id ?? fileId(out), title, url, publisher, language }),
  };
  const model = modelOf(readEnvironment(), options.model);
  const { lookup, close } = await openLookup(options.store);
  let draft: Draft;
  try {
    draft = await draftArticle(given, lookup, { model });
  } finally {
    await close();
  }
  if (out === undefined) {
    process.stdout.write(`${JSON.stringify(draft.article, null, 2)}\n`);
    for (const line of reportOf(draft)) say(line);
    return;
  }
  const written = writeDraftFile(out, draft, known);
  const done = known ? 'Updated' : 'Wrote';
  process.stdout.write(`${[...reportOf(written), `${done} ${out}`].join('\n')}\n`);
}

function fileId(out: string | undefined): string | undefined {
  const id = out === undefined ? '' : fileNameId(out);
  return id === '' || id.length > 120 ? undefined : id;
}

function definedOf<T extends Record<string, string | undefined>>(values: T): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}

function readText(path: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path === '-' ? 0 : path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new TextFault(
      exitCodes.noInput,
      code === 'ENOENT' ? `${path} does not exist` : `${path} cannot be read (${code})`,
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim();
  } catch {
    throw new TextFault(exitCodes.badData, `${path} must be UTF-8`);
  }
}

function modelOf(env: NodeJS.ProcessEnv, isWanted: boolean): DraftModel | undefined {
  const config = isWanted ? parseModelConfig(env) : undefined;
  return config && { ask: createModelClient(config), ...readModelFiles(env.DRAFT_FILES || undefined) };
}

/** Opens the store to read from it; a lookup that knows nothing if there is none. */
async function openLookup(isWanted: boolean): Promise<{ lookup: DraftLookup; close: () => Promise<void> }> {
  const nothing = { lookup: emptyLookup, close: async () => {} };
  if (!isWanted) return nothing;
  try {
    const { database, close } = await openStore(parseStoreConfig(readEnvironment()), {
      readOnly: true,
      mustExist: true,
    });
    const store = {
      aggregate: <D>(collection: string, pipeline: object[]) =>
        database.collection(collection).aggregate(pipeline).toArray() as Promise<D[]>,
    };
    return { lookup: createStoreLookup({ entities, store }), close };
  } catch (error) {
    if (!(error instanceof StoreMissing)) throw error;
    say('There is no store, so no names are looked up');
    return nothing;
  }
}

function reportOf({ article, toCheck, rejected, uncovered, modelFault }: Draft): string[] {
  const lines = modelFault === undefined ? [] : [`${modelFault}. The draft is that of the rules`];
  list(
    'To check, least sure first:',
    toCheck,
    ({ pointer, certainty, reason }) => `${certainty.toFixed(2)} ${pointer} ${reason}`,
  );
  list('Rejected:', rejected, ({ fact, reason }) => `${reason}: ${fact}`);
  list('Sentences without evidence:', uncovered, ({ sentence }) => sentence.replace(/\s+/g, ' '));
  const { locations = [], actors = [], incidents = [], statements = [] } = article;
  const counts = [
    plural(locations.length, 'location'),
    plural(actors.length, 'actor'),
    plural(incidents.length, 'incident'),
    plural(statements.length, 'statement'),
  ];
  return [
    ...lines,
    `${counts.join(', ')}; ${toCheck.length} to check, ${plural(uncovered.length, 'sentence')} without evidence`,
  ];

  function list<T>(heading: string, all: readonly T[], show: (each: T) => string): void {
    if (all.length === 0) return;
    lines.push(heading, ...all.slice(0, maxShown).map((each) => `  ${printable(show(each))}`));
    if (all.length > maxShown) lines.push(`  and ${all.length - maxShown} more`);
  }
}

/** A text may hold escape sequences, which a terminal would follow. */
function printable(line: string): string {
  const shown = line.length > 300 ? `${line.slice(0, 300)}…` : line;
  return shown.replace(/[\p{Cc}\p{Cf}]/gu, '\u{FFFD}');
}

function publication(written: string): string {
  const canonical = parsePublication(written);
  if (canonical === undefined)
    throw new InvalidArgumentError(
      'It must be a calendar day such as 2025-03-12, or a moment such as 2025-03-12T18:30:00Z.',
    );
  return canonical;
}

function slug(written: string): string {
  if (!/^[a-z0-9-]{1,120}$/.test(written))
    throw new InvalidArgumentError('It must be 1 to 120 characters of a-z, 0-9 and -.');
  return written;
}

guardOutput({
  onClosed: () => process.exit(exitCodes.ok),
  onFailed: () => process.exit(exitCodes.ioError),
});

refuseSwallowedOptions(command);
command.parseAsync().catch((error: unknown) => {
  const { code, message } = explainDraftError(error);
  say(message);
  process.exit(code); // something may keep the process running, such as a pending connection attempt
});

function explainDraftError(error: unknown): { code: number; message: string } {
  if (error instanceof TextFault) return { code: error.code, message: error.message };
  if (error instanceof UndraftableText || error instanceof DraftFileFault)
    return { code: exitCodes.badData, message: error.message };
  const { code, path } = error as NodeJS.ErrnoException;
  if (isFullDisk(error))
    return { code: exitCodes.ioError, message: `--out cannot be written, because the disk is full (${code})` };
  if (path !== undefined) return { code: exitCodes.cannotCreate, message: `${path} cannot be written (${code})` };
  return explainSeedError(error);
}
