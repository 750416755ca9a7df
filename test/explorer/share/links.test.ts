import { describe, expect, it } from 'vitest';
import { embedCode, exportPath, linkTo } from '../../../web/explorer/share/links.ts';
import { type ExplorerState, emptyState } from '../../../web/explorer/state/explorer-state.ts';
import { readHash } from '../../../web/explorer/state/hash.ts';
import { whereOf } from '../../../web/explorer/state/where.ts';

const state: ExplorerState = {
  ...emptyState,
  q: 'drone "air base" & <b>',
  country: ['IQ', 'SY'],
  from: '2023-10-07',
  open: 'Incident:convoy',
};

describe('exportPath', () => {
  it('asks for what the list shows, in its order', () => {
    const { pathname, searchParams } = new URL(exportPath('csv', { ...state, sort: 'killed' }), 'http://127.0.0.1');
    expect(pathname).toBe('/export/incidents.csv');
    expect(JSON.parse(searchParams.get('where') ?? '')).toEqual(whereOf(state));
    expect(JSON.parse(searchParams.get('orderBy') ?? '')).toEqual([{ field: 'KILLED', direction: 'DESC' }]);
  });

  it('has no filter where nothing filters', () => {
    expect(new URL(exportPath('ndjson', emptyState), 'http://127.0.0.1').searchParams.has('where')).toBe(false);
  });
});

describe('linkTo', () => {
  it('leads to the same state, with the whole page around it', () => {
    const link = new URL(linkTo({ ...state, embed: true }, 'https://example.org/'));
    expect(readHash(link.hash)).toEqual({ state, leftOut: [] });
  });
});

describe('embedCode', () => {
  it('is one frame whose address leads to the same state, embedded', () => {
    const code = embedCode(state, 'https://example.org/');
    const [, src = ''] = /^<iframe src="([^"<>]*)" [^<>]*><\/iframe>$/.exec(code) ?? [];
    const { hash } = new URL(src.replaceAll('&amp;', '&'));
    expect(readHash(hash)).toEqual({ state: { ...state, embed: true }, leftOut: [] });
  });
});
