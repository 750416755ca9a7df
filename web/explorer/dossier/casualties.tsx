import type { IncidentDossier, Toll } from '../data/dossier.ts';
import { labelOf } from '../state/labels.ts';
import { quantityInWords } from '../state/quantity-words.ts';
import { type Band, bandsOf, qualitiesOf } from './casualty-words.ts';
import { Fact } from './fact.tsx';
import { LoadMore, useShortened } from './more.tsx';
import { Original } from './original.tsx';

/** Who was harmed: one band an entry, from the lowest to the highest number, all on one scale. */
export function Casualties({ incident: { id, casualties } }: { incident: IncidentDossier }) {
  if (casualties.length === 0) return null;
  const bands = bandsOf(casualties.map(({ count }) => count));
  const kinds = [...new Set(casualties.map(({ kind }) => kind))];
  return (
    <section class="casualties" aria-labelledby="casualties-heading">
      <h2 id="casualties-heading">People harmed</h2>
      {kinds.map((kind) => (
        <OfKind
          key={kind}
          of={id}
          kind={kind}
          entries={casualties.flatMap((entry, index) => (entry.kind === kind ? [{ entry, band: bands[index] }] : []))}
        />
      ))}
      <LoadMore list="casualties" length={casualties.length} />
    </section>
  );
}

/** How many entries of a kind are shown at first. */
const size = 10;

interface OfKindProps {
  of: string;
  kind: Toll['kind'];
  entries: readonly Omit<EntryProps, 'of'>[];
}

function OfKind({ of, kind, entries }: OfKindProps) {
  const [shown, more] = useShortened(entries, size);
  return (
    <div class={`kind ${kind.toLowerCase()}`}>
      <h3>{labelOf(kind, 'CasualtyKind')}</h3>
      <ul>
        {shown.map(({ entry, band }) => (
          <EntryOfKind key={entry.id} of={of} entry={entry} band={band} />
        ))}
      </ul>
      {more}
    </div>
  );
}

interface EntryProps {
  of: string;
  entry: Toll & { evidence: { claim: string; article: { id: string } }[] };
  band: Band | undefined;
}

function EntryOfKind({ of, entry, band }: EntryProps) {
  const { count, within, later, actor, assertedBy, deniedBy, evidence } = entry;
  const qualities = qualitiesOf(entry);
  return (
    <li class={within ? 'within' : ''}>
      <Fact of={of} evidence={evidence}>
        {within && <span class="meta">among them </span>}
        <b>{quantityInWords(count)}</b>
        <Original words={count.original} beside={quantityInWords(count)} />
        {qualities.length > 0 && ` ${qualities.join(' · ')}`}
        {actor && (
          <span class="meta">
            {' · '}
            <bdi>{actor.name}</bdi>
          </span>
        )}
        {later && (
          <span class="meta">
            {' · '}
            <bdi>{later}</bdi>
          </span>
        )}
      </Fact>
      {band && <BandMark band={band} words={quantityInWords(count)} />}
      <Voices before="According to" statements={assertedBy} />
      <Voices before="Denied by" statements={deniedBy} />
    </li>
  );
}

/** Solid up to the lowest number, hatched up to the highest, with a line at the best estimate. */
function BandMark({ band: { from, to, best, open }, words }: { band: Band; words: string }) {
  const width = 1000;
  const [start, end] = [from * width, to * width];
  return (
    <svg class="band" viewBox={`0 0 ${width} 10`} preserveAspectRatio="none" role="img" aria-label={words}>
      <rect class="scale" x="0" y="0" width={width} height="10" />
      <rect class="sure" x="0" y="0" width={start} height="10" />
      {end > start && (
        <rect class={`unsure${open ? ' endless' : ''}`} x={start} y="0" width={end - start} height="10" />
      )}
      {best !== null && (
        <rect class="best" x={Math.max(0, Math.min(width - 6, best * width - 3))} y="0" width="6" height="10" />
      )}
    </svg>
  );
}

function Voices({ before, statements }: { before: string; statements: Toll['assertedBy'] }) {
  if (statements.length === 0) return null;
  return (
    <p class="meta voices">
      {before}{' '}
      {statements.map(({ id, text, speaker }, index) => (
        <span key={id} title={text}>
          {index > 0 && ', '}
          <bdi>{speaker?.name ?? 'an unnamed source'}</bdi>
        </span>
      ))}
    </p>
  );
}
