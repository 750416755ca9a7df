/** Matches what no response may contain: a store's address, a path of the machine, a stack, HTML instead of JSON. */
const always =
  /mongodb(\+srv)?:|node_modules|\/(?:home|work|usr|tmp|root|src|var)\/|file:\/\/|\\n\s+at |\n\s+at |\.[jt]s:\d|<html/i;
/** Matches hints about the schema, which production responses may not contain. */
const inProduction = /did you mean/i;

/** Returns what a response leaks; undefined if nothing. `secrets` are tokens. */
export function leakIn(
  answer: string,
  { production, secrets }: { production: boolean; secrets: readonly (string | undefined)[] },
): string | undefined {
  const [found] = always.exec(answer) ?? (production ? inProduction.exec(answer) : null) ?? [];
  return found ?? secrets.find((secret) => secret && secret.length >= 16 && answer.includes(secret));
}
