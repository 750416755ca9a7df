export interface Position {
  line: number;
  column: number;
}

/**
 * Turns offsets of `text` into lines and columns, both from 1. A line ends at a line feed, so that the return of CRLF
 * is its last column. The lines are found at the first question.
 */
export function createPositions(text: string, firstLine = 1): (offset: number) => Position {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(text);
    const line = starts.length - countAfter(starts, offset);
    return { line: firstLine + line - 1, column: offset - (starts[line - 1] ?? 0) + 1 };
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let feed = text.indexOf('\n'); feed !== -1; feed = text.indexOf('\n', feed + 1)) starts.push(feed + 1);
  return starts;
}

/** How many of the ascending `starts` lie after `offset`. */
function countAfter(starts: number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return starts.length - low;
}
