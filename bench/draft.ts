import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { emptyLookup } from '../src/drafting/draft.ts';
import { draftArticle } from '../src/drafting/draft-article.ts';
import { slugOf } from '../src/import/slug.ts';
import type { AnnotatedText } from './draft/annotated-text.ts';
import { readIsaf } from './draft/isaf.ts';
import { type Judged, judge, type Measure, measures } from './draft/measures.ts';
import { readRe3d } from './draft/re3d.ts';
import { readWikiEvents } from './draft/wikievents.ts';

const sources = {
  wikievents: { path: 'wikievents/wikievents-dev.jsonl.gz', read: readWikiEvents },
  isaf: { path: 'isaf-press-releases/isaf-press-releases.ndjson.gz', read: readIsaf },
  re3d: { path: 're3d', read: readRe3d },
};

/**
 * Prints the precision and recall of drafts by rules, without a store, against texts that people annotated: WikiEvents
 * (dev), press releases of ISAF, and re3d, in the folder BENCH_DATA_DIR. Sources that are not there are left out. Each
 * text belongs to the tuning or to the held-out part, by the hash of its id; rules are written with the tuning part
 * alone. `bench/draft/measures.ts` defines the measures. Arguments: names of sources, and `--each` to list the errors
 * of the tuning part.
 */
export async function benchDraft(args: readonly string[]): Promise<void> {
  const folder = process.env.BENCH_DATA_DIR;
  if (folder === undefined) {
    process.stderr.write('Set BENCH_DATA_DIR to the folder of the annotated texts\n');
    process.exitCode = 2;
    return;
  }
  const listsEach = args.includes('--each');
  const named = args.filter((arg) => !arg.startsWith('--'));
  const all: { part: AnnotatedText['part']; source: string; judged: Judged[] }[] = [];
  for (const [source, { path, read }] of Object.entries(sources)) {
    if ((named.length > 0 && !named.includes(source)) || !existsSync(join(folder, path))) continue;
    for await (const annotated of read(join(folder, path))) {
      const { id, part, text, published } = annotated;
      const draft = await draftArticle({ id: slugOf(id), text, published }, emptyLookup);
      const judged = judge(draft, annotated);
      if (listsEach && part === 'tuning') listErrors(`${source} ${id}`, judged);
      all.push({ part, source, judged });
    }
  }
  for (const part of ['tuning', 'held-out'] as const) {
    const texts = all.filter((each) => each.part === part);
    console.log(`${part}: ${texts.length} texts`);
    for (const measure of measures) {
      print(
        measure,
        '',
        texts.flatMap(({ judged }) => judged),
      );
      const names = [...new Set(texts.map(({ source }) => source))];
      for (const source of names)
        print(
          measure,
          source,
          texts.filter((each) => each.source === source).flatMap(({ judged }) => judged),
        );
    }
  }
}

function print(measure: Measure, source: string, judged: readonly Judged[]): void {
  const own = judged.filter((each) => each.measure === measure);
  const gold = own.filter(({ side }) => side === 'annotated');
  const drafted = own.filter(({ side }) => side === 'drafted');
  if (gold.length + drafted.length === 0) return;
  const share = (of: readonly Judged[]) => {
    const right = of.filter(({ isRight }) => isRight).length;
    return of.length === 0 ? '' : `${(right / of.length).toFixed(2)} (${right} of ${of.length})`;
  };
  const label = source === '' ? measure : `  ${source}`;
  console.log(
    `  ${label.padEnd(18)}recall ${share(gold).padEnd(20)}${drafted.length > 0 ? `precision ${share(drafted)}` : ''}`,
  );
}

function listErrors(text: string, judged: readonly Judged[]): void {
  for (const { measure, side, isRight, what } of judged) {
    if (!isRight) console.log(`${side === 'annotated' ? 'missed' : 'wrong '} ${measure.padEnd(12)} ${text}: ${what}`);
  }
}
