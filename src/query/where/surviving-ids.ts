import { formatNodeId } from '../node-id.ts';
import type { SurvivorLoader } from '../survivors.ts';
import { type Condition, mapTests, type Test } from './condition.ts';

/** Replaces the ids in a condition by their survivors. Reads nothing if it has no ids. */
export async function withSurvivors(condition: Condition, survivor: SurvivorLoader): Promise<Condition> {
  const ids = new Set<string>();
  mapTests(condition, (test) => {
    for (const id of idsIn(test)) ids.add(id);
    return test;
  });
  if (ids.size === 0) return condition;
  const survivors = new Map(await Promise.all([...ids].map(async (id) => [id, await survivor.load(id)] as const)));
  return mapTests(condition, (test) => rename(test, (id) => survivors.get(id) ?? id));
}

function idsIn({ of, value }: Test): string[] {
  return of ? [value].flat().map((slug) => formatNodeId(of, String(slug))) : [];
}

function rename(test: Test, survivorOf: (id: string) => string): Test {
  const { of, value } = test;
  if (!of) return test;
  const slugs = idsIn(test).map((id) => survivorOf(id).slice(of.length + 1));
  return { ...test, value: Array.isArray(value) ? [...new Set(slugs)] : slugs[0] };
}
