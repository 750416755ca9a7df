import { readFile } from 'node:fs/promises';
import { buildSchema, isEnumType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { labelOf, labels } from '../../../web/explorer/state/labels.ts';

const schema = buildSchema(await readFile(new URL('../../../schema.graphql', import.meta.url), 'utf8'));

/** The enums of arguments and of changes: a reader of the page never meets their values. */
const unseen = /(OrderField|GroupBy)$|^(GroupOrder|OrderDirection|ChangeOp|EventOp|__.*)$/;

const enums = Object.values(schema.getTypeMap())
  .filter(isEnumType)
  .filter(({ name }) => !unseen.test(name));

describe('labels', () => {
  it.each(enums.map((type) => [type.name, type.getValues().map(({ name }) => name)] as const))(
    'has words for all values of %s, and for no others',
    (name, values) => {
      expect(Object.keys(labels[name as keyof typeof labels]).sort()).toEqual([...values].sort());
    },
  );

  it('distinguishes the values of an enum', () => {
    for (const words of Object.values(labels))
      expect(new Set(Object.values(words)).size).toBe(Object.keys(words).length);
  });
});

describe('labelOf', () => {
  it('says which enum is meant where several share a value', () => {
    expect(labelOf('AID', 'TargetKind')).not.toBe(labelOf('AID', 'IncidentSubtype'));
  });

  it('writes out a value that is not known', () => {
    expect(labelOf('CYBER_ATTACK_ON_GRID')).toBe('Cyber attack on grid');
    expect(labelOf('toString')).toBe('Tostring');
  });
});
