/**
 * Returns the least number of typing errors by which `typed` differs from a beginning of `text`, or from all of it if
 * `isWhole`: a letter that is wrong, missing or too much, or two neighbours in the wrong order. Returns `limit` if there
 * are as many or more. Digits are never errors, because another number is another thing.
 */
export function typingErrors(typed: string, text: string, limit: number, isWhole: boolean): number {
  const rows = typed.length;
  // Letters further behind would be missing ones.
  const columns = Math.min(text.length, rows + limit - 1);
  if (rows - text.length >= limit || (isWhole && text.length > columns)) return limit;
  let before: number[] = [];
  let last = [0];
  for (let j = 1; j <= columns; j++) last.push((last[j - 1] as number) + costAt(text, j - 1));
  for (let i = 1; i <= rows; i++) {
    const letter = typed.charCodeAt(i - 1);
    const cost = costAt(typed, i - 1);
    const row = [(last[0] as number) + cost];
    let least = row[0] as number;
    for (let j = 1; j <= columns; j++) {
      const other = text.charCodeAt(j - 1);
      const otherCost = costAt(text, j - 1);
      const replaced = letter === other ? 0 : Math.max(cost, otherCost);
      let errors = Math.min(
        (last[j - 1] as number) + replaced,
        (last[j] as number) + cost,
        (row[j - 1] as number) + otherCost,
      );
      const isSwapped = letter === text.charCodeAt(j - 2) && typed.charCodeAt(i - 2) === other && letter !== other;
      if (i > 1 && j > 1 && isSwapped) errors = Math.min(errors, (before[j - 2] as number) + Math.max(cost, otherCost));
      row.push(errors);
      if (errors < least) least = errors;
    }
    if (least >= limit) return limit;
    before = last;
    last = row;
  }
  return Math.min(isWhole ? (last[columns] as number) : Math.min(...last), limit);
}

const [zero, nine] = [48, 57];

function costAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= zero && unit <= nine ? Number.POSITIVE_INFINITY : 1;
}
