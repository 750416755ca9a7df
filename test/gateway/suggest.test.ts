import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, incident, named } from '../support/articles.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await openTestGateway();
  const [iran, tehran] = [named('iran', { name: 'Iran', aliases: ['Tehran', 'Islamic Republic'] }), named('tehran')];
  await gateway.seed(
    article('baghdad-news', {
      title: 'Baghdad in the news',
      actors: [
        { ...iran },
        { ...tehran, name: 'Tehran Times' },
        named('minister', { name: 'Hossein Amir-Abdollahian' }),
        named('sadr', { name: 'Muqtada as-Sadr' }),
        named('muhammad', { name: 'Muhammad Ali' }),
        named('mohammed', { name: 'Mohammed' }),
        named('haniyeh', { name: "Isma'il Haniyeh" }),
        named('abu-bakr', { name: 'Abu Bakr' }),
        named('qaddafi', { name: 'Muammar al-Qaddafi' }),
        named('brigade', { name: '313 Brigade' }),
        named('jazeera', { name: 'Al Jazeera' }),
        named('unnamed', { name: '…' }),
      ],
      locations: [
        named('baghdad', { name: 'Baghdad' }),
        named('baghdadi', { name: 'al-Baghdadi' }),
        named('harir', { name: 'al-Harir airbase' }),
        named('mosul', { name: 'Mosul', aliases: ['الموصل'] }),
        named('mosul-dam', { name: 'Mosul Dam' }),
        named('kyiv', { name: 'Київ' }),
      ],
      incidents: [
        incident('bombing', { title: 'Baghdad bombing', location: 'mosul' }),
        incident('convoy', {
          title: 'Attack on a convoy near Mosul Dam',
          location: 'mosul-dam',
          participants: [{ actor: 'tehran', role: 'TARGET' }],
        }),
      ],
    }),
  );
});
afterAll(() => gateway.close());

async function suggest(text: string, more = ''): Promise<any[]> {
  const query = `query ($text: String!) { suggest(text: $text${more}) { node { id label } label matched score } }`;
  return (await gateway.ask(query, { text })).suggest;
}

const ids = (suggestions: any[]) => suggestions.map(({ node }) => node.id);

describe('suggest', () => {
  it.each([
    ['without its hyphen and a doubled letter', 'amirabdolahian', 'Actor:minister'],
    ['as it is written', 'Amir-Abdollahian', 'Actor:minister'],
    ['a joined beginning', 'amirabd', 'Actor:minister'],
    ['all words, joined', 'hosseinamirabdollahian', 'Actor:minister'],
    ['words in another order', 'abdollahian hossein', 'Actor:minister'],
    ['words in another order, with errors', 'abdolahan hosein', 'Actor:minister'],
    ['a missing letter', 'Baghdd', 'Location:baghdad'],
    ['a wrong letter', 'Baghfad', 'Location:baghdad'],
    ['letters in the wrong order', 'Bahgdad', 'Location:baghdad'],
    ['a letter too many', 'Baghhfad', 'Location:baghdad'],
    ['a wrong first letter', 'Vaghdad', 'Location:baghdad'],
    ['two errors in a long word', 'Abdolhaian', 'Actor:minister'],
    ['an article apart', 'al harir', 'Location:harir'],
    ['a joined article', 'alharir', 'Location:harir'],
    ['another article', 'el-Harir', 'Location:harir'],
    ['no article', 'Harir', 'Location:harir'],
    ['an article that adapts to the word', 'al-sadr', 'Actor:sadr'],
    ['an article that is typed first', 'al jaz', 'Actor:jazeera'],
    ['another transliteration', 'Muhammed', 'Actor:mohammed'],
    ['another transliteration of another one', 'Mohammad', 'Actor:mohammed'],
    ['many differences of transliteration', 'Gadhafi', 'Actor:qaddafi'],
    ['no apostrophe', 'ismail', 'Actor:haniyeh'],
    ['an apostrophe too many', "Mos'ul", 'Location:mosul'],
    ['two words as one', 'abubakr', 'Actor:abu-bakr'],
    ['one word as two', 'bagh dad', 'Location:baghdad'],
    ['an alias', 'islamic rep', 'Actor:iran'],
    ['an alias in another script', 'الموصل', 'Location:mosul'],
    ['a name in another script', 'موصل', 'Location:mosul'],
    ['Latin letters for Cyrillic ones', 'kyvv', null],
    ['a number', '313', 'Actor:brigade'],
    ['another number', '314', null],
    ['other case and accents', 'BÁGHDAD', 'Location:baghdad'],
    ['direction marks and control characters', '\u202ebagh\u0007dad\u202c', 'Location:baghdad'],
    ['white space around', '  baghdad  ', 'Location:baghdad'],
    ['garbage', 'xqzvkw', null],
    ['a row of keys', 'asdfghjkl', null],
    ['the same letter', 'zzzzzzzzzz', null],
    ['punctuation', '"-…!', null],
    ['nothing', '', null],
  ])('finds a name by %s: %s', async (_what, text, expected) => {
    expect(ids(await suggest(text))[0] ?? null).toBe(expected);
  });

  it('ranks the whole name, its beginning, a later word, other transliterations, then typing errors', async () => {
    const scores = async (text: string) =>
      Object.fromEntries((await suggest(text)).map(({ node, score }) => [node.id, score]));
    expect(await scores('mosul')).toEqual({
      'Location:mosul': 1,
      'Location:mosul-dam': 0.9,
      'Incident:convoy': 0.8,
    });
    expect(await scores('dam mosul')).toEqual({ 'Location:mosul-dam': 0.7, 'Incident:convoy': 0.7 });
    expect(await scores('mosil')).toEqual({
      'Location:mosul': 0.65,
      'Location:mosul-dam': 0.6,
      'Incident:convoy': 0.6,
    });
    expect(await scores('moskl')).toEqual({
      'Location:mosul': 0.55,
      'Location:mosul-dam': 0.5,
      'Incident:convoy': 0.5,
    });
    expect(await scores('abdolahkain')).toEqual({ 'Actor:minister': 0.4 });
  });

  it('prefers names to aliases, and what more incidents name', async () => {
    expect(await suggest('Tehran')).toMatchObject([
      { node: { id: 'Actor:iran' }, label: 'Iran', matched: 'Tehran', score: 0.98 },
      { node: { id: 'Actor:tehran' }, matched: 'Tehran Times', score: 0.9 },
    ]);
    expect(ids(await suggest('bagh'))).toEqual([
      'Location:baghdad',
      'Location:baghdadi',
      'Article:baghdad-news',
      'Incident:bombing',
    ]);
    expect(ids(await suggest('b', ', types: [LOCATION]'))).toEqual(['Location:baghdad', 'Location:baghdadi']);
    await gateway.seed(
      article('more', {
        locations: [named('baghdadi', { name: 'al-Baghdadi' })],
        incidents: [incident('more', { location: 'baghdadi' })],
      }),
    );
    expect(ids(await suggest('b', ', types: [LOCATION]'))).toEqual(['Location:baghdadi', 'Location:baghdad']);
  });

  it('suggests only the types asked for, and at most first of them', async () => {
    expect(ids(await suggest('baghdad', ', types: [LOCATION]'))).toEqual(['Location:baghdad', 'Location:baghdadi']);
    expect(await suggest('baghdad', ', types: []')).toEqual([]);
    expect(ids(await suggest('baghdad', ', first: 1'))).toEqual(['Location:baghdad']);
  });

  it.each([
    ['bagh', ', first: 0', 'first'],
    ['bagh', ', first: 101', 'first'],
    ['bagh', ', types: [ACTOR, STATEMENT]', 'types.1'],
    ['x'.repeat(1_001), '', 'text'],
    ['bagh\0dad', '', 'text'],
    ['\ud800', '', 'text'],
  ])('rejects %j with "%s", at %s', async (text, more, argument) => {
    const { errors } = await gateway.answer(`query ($text: String!) { suggest(text: $text${more}) { label } }`, {
      text,
    });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });

  it.each([
    ['a thousand letters', 'ab'.repeat(500)],
    ['five hundred words', 'x y '.repeat(250)],
    ['hundreds of letters without an alphabet', '漢字'.repeat(250)],
    ['nothing but apostrophes', "'".repeat(1000)],
    ['a thousand digits', '1'.repeat(1000)],
    ['a regular expression', '.*(?:^|$)[a-z]+'],
  ])('answers at once for %s', async (_what, text) => {
    const start = performance.now();
    expect(await suggest(text)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('reads names with one command, with two if errors are forgiven, and one more for each type of node', async () => {
    const commands = async (text: string, more = '') => {
      gateway.store.takeCommands();
      await suggest(text, more);
      return gateway.store.takeCommands().length;
    };
    expect(await commands('mosul', ', first: 3')).toBe(1 + 2);
    expect(await commands('mosul')).toBe(2 + 2);
    expect(await commands('garbage')).toBe(2);
    expect(await commands('')).toBe(0);
  });

  it('follows renames', async () => {
    await gateway.seed(article('new', { published: '2024-01-01', locations: [named('kyiv', { name: 'Kyiv' })] }));
    expect(await suggest('kyi')).toMatchObject([{ node: { id: 'Location:kyiv' }, label: 'Kyiv', matched: 'Kyiv' }]);
    expect(await suggest('Київ')).toMatchObject([{ node: { id: 'Location:kyiv' }, label: 'Kyiv', matched: 'Київ' }]);
  });
});
