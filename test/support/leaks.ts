/** In no answer: an address of a store, a path of the machine, a stack, a page where JSON is due. */
const always =
  /mongodb(\+srv)?:|node_modules|\/(?:home|work|usr|tmp|root|src|var)\/|file:\/\/|\\n\s+at |\n\s+at |\.[jt]s:\d|<html/i;
/** In production, nothing that tells of the schema by the way. */
const inProduction = /did you mean/i;

/** What an answer tells that it may not; undefined where it tells nothing. `secrets` are tokens. */
export function leakIn(
  answer: string,
  { production, secrets }: { production: boolean; secrets: readonly (string | undefined)[] },
): string | undefined {
  const [found] = always.exec(answer) ?? (production ? inProduction.exec(answer) : null) ?? [];
  return found ?? secrets.find((secret) => secret && secret.length >= 16 && answer.includes(secret));
}
