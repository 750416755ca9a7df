import type { Article } from '../../entities/article/article.ts';
import type { Draft, RejectedFact } from '../draft.ts';
import { type AskModel, ModelFault, type ModelMessage } from './ask-model.ts';
import { type ModelAnswer, parseModelAnswer } from './model-answer.ts';
import type { ModelFiles } from './model-files.ts';

/** A model that drafts beside the rules. */
export interface DraftModel extends ModelFiles {
  ask: AskModel;
}

/** A longer text is not sent. */
const maxCharacters = 200_000;

/**
 * Asks a model about an article, and once more about the facts that were rejected. `assemble` makes a draft of the rules
 * and an answer. If the model fails, returns the draft of the rules, or of its first answer, with `modelFault`.
 */
export async function withModel(
  { ask, prompt, schema }: DraftModel,
  { text, published, title }: Article,
  assemble: (answer?: ModelAnswer) => Promise<Draft>,
): Promise<Draft> {
  if (text.length > maxCharacters) {
    const modelFault = `The text is longer than the ${maxCharacters} characters that are sent to a model`;
    return { ...(await assemble()), modelFault };
  }
  const question = [
    `Published: ${published}`,
    ...(title === undefined ? [] : [`Title: ${JSON.stringify(title)}`]),
    'TEXT',
    text,
    'END OF TEXT',
  ].join('\n');
  const messages: ModelMessage[] = [{ role: 'user', content: question }];
  const malformed: RejectedFact[] = [];
  let answer: ModelAnswer | undefined;
  let draft: Draft | undefined;
  try {
    const given = await ask(prompt, messages, schema);
    answer = parseModelAnswer(given, schema, malformed);
    draft = await assemble(answer);
    const failed = [...malformed, ...draft.rejected];
    if (failed.length === 0) return draft;
    messages.push({ role: 'assistant', content: JSON.stringify(given) }, { role: 'user', content: again(failed) });
    const corrected = parseModelAnswer(await ask(prompt, messages, schema), schema, malformed);
    draft = await assemble(unite(answer, corrected));
    return { ...draft, rejected: distinct([...malformed, ...draft.rejected]) };
  } catch (error) {
    if (!(error instanceof ModelFault)) throw error;
    const { rejected, ...rest } = draft ?? (await assemble());
    return { ...rest, rejected: distinct([...malformed, ...rejected]), modelFault: error.message };
  }
}

/** The number of rejected facts that are sent back. */
const maxSent = 50;

function again(failed: readonly RejectedFact[]): string {
  const lines = failed.slice(0, maxSent).map(({ fact, reason }) => `- ${fact}: ${reason}`);
  return [
    'These facts were rejected. Give them again, corrected, in the same form and without the others; leave out those that the text does not state.',
    ...lines,
  ].join('\n');
}

function unite(a: ModelAnswer, b: ModelAnswer): ModelAnswer {
  return {
    locations: [...a.locations, ...b.locations],
    actors: [...a.actors, ...b.actors],
    incidents: [...a.incidents, ...b.incidents],
    statements: [...a.statements, ...b.statements],
  };
}

function distinct(rejected: readonly RejectedFact[]): RejectedFact[] {
  return [...new Map(rejected.map((each) => [`${each.fact} ${each.reason}`, each])).values()];
}
