import { speechFollows } from './name-context.ts';
import { type NameMention, sure } from './name-mention.ts';
import { mentionOf, type NamedCountry, type NameText } from './name-text.ts';
import { ofPlace } from './name-words.ts';

/** Returns a reader of countries. It adds mentions to the end of `mentions`, and must be called in text order. */
export function createCountryReader(text: NameText, mentions: NameMention[]) {
  let lastCountry: { to: number; use: CountryUse } | undefined;
  return { addCountry };

  /**
   * A country is a place where something happens in it, and an actor where it acts or speaks. Elsewhere (`US troops`, a
   * list of allies) its name says neither.
   */
  function addCountry(from: number, to: number, { code, isDemonym }: NamedCountry): void {
    const use = isDemonym ? 'neither' : countryUse(from, to);
    if (!isDemonym) lastCountry = { to, use };
    const more = { country: code, isDemonym };
    const actor =
      use === 'actor' && mentionOf(text, { from, to }, { sort: 'actor', kind: 'STATE', certainty: 0.8, ...more });
    if (actor) mentions.push(actor);
    const certainty = use === 'place' ? 0.97 : 0;
    const place = mentionOf(text, { from, to }, { sort: 'place', kind: 'COUNTRY', certainty, ...more });
    if (place) mentions.push(place);
  }

  function countryUse(from: number, to: number): CountryUse {
    if (isAfterPlaceWord(from)) return isFollowedByNoun(to) ? 'neither' : 'place';
    const before = mentions.at(-1);
    const gap = text.words[from]?.gap ?? '';
    const previous = text.words[from - 1];
    const isAfterPlace = before?.sort === 'place' && !before.isDemonym && before.end === previous?.end;
    if (gap === ', ' && isAfterPlace && before.kind !== 'COUNTRY' && before.certainty >= sure) return 'place';
    if (lastCountry && isListed(lastCountry.to, from)) {
      if (lastCountry.use === 'place') return 'place';
    }
    if (isActing(to)) return 'actor';
    return 'neither';
  }

  /** Whether `in`, `northern` or `the city of` stands before a name. */
  function isAfterPlaceWord(from: number): boolean {
    if (text.words[from]?.gap !== ' ') return false;
    let at = from - 1;
    if (text.plainAt(at) === 'the') at--;
    while (
      /^(?:north|south|east|west|central)(?:ern|east|west)?(?:ern)?$|^(?:neighbou?ring|war-torn|nearby|all|both|southeastern|northeastern|rural)$/.test(
        text.plainAt(at),
      )
    )
      at--;
    if (at < from - 1 && text.plainAt(at + 1) !== 'the') return true;
    if (text.plainAt(at) === 'of')
      return (
        ofPlace.has(text.plainAt(at - 1)) ||
        (/^(?:parts?|rest|territory|out|border|people)$/.test(text.plainAt(at - 1)) &&
          text.plainAt(at - 1) !== 'people')
      );
    if (/^(?:qaida|qaeda)$/.test(text.plainAt(at - 1))) return false;
    return countryPrepositions.has(text.plainAt(at));
  }

  /** Whether a name is an adjective: `in Iraq War`, `in US custody`. */
  function isFollowedByNoun(to: number): boolean {
    const next = text.words[to];
    return (
      next !== undefined &&
      next.gap === ' ' &&
      /^(?:forces?|troops|military|custody|soldiers|officials|government|army|police|citizens|hands|led|backed)$/.test(
        next.plain,
      )
    );
  }

  function isListed(end: number, from: number): boolean {
    if (from < end || from - end > 2) return false;
    for (let at = end; at < from; at++) if (!/^(?:and|or|the)$/.test(text.plainAt(at))) return false;
    return /^(?:, | )$/.test(text.words[end]?.gap ?? '');
  }

  /** Whether a verb follows that only an actor can be the subject of. */
  function isActing(to: number): boolean {
    if (text.words[to]?.gap !== ' ') return false;
    let at = to;
    while (
      /^(?:has|have|had|also|strongly|will|would|again|today|continues|continue|then)$/.test(text.plainAt(at)) &&
      at < to + 3
    )
      at++;
    const word = text.plainAt(at);
    if (word === 'to' && at > to) return true;
    return (speechFollows(text, at) && !/^(?:called|state)$/.test(word)) || actingVerbs.has(word);
  }
}

type CountryUse = 'place' | 'actor' | 'neither';

const countryPrepositions: ReadonlySet<string> = new Set(
  'in near inside outside into throughout across within around over to from toward towards entering leaving'.split(' '),
);

/** Verbs that a state may be the subject of, besides those of speech. */
const actingVerbs: ReadonlySet<string> = new Set(
  (
    'launched launches attacked attacks bombed bombs shelled struck strikes invaded killed detained arrested captured retaliated supports supported backs backed ' +
    'supplied supplies funds funded sent sends deployed deploys withdrew imposed imposes agreed agrees signed signs seeks sought ' +
    'provided provides provide conducted conducts conduct remains intends plans planned wants refuses refused hosted hosts trained trains armed arms carried ' +
    'offers offered offer stands supports support believes continues rejects joined joins led leads contributed contributes helped helps regrets regards recognizes'
  ).split(' '),
);
