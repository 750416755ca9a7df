export interface Position {
  line: number;
  column: number;
}

/**
 * Returns a function from offsets in `text` to lines and columns, both from 1. A line ends at a line feed; the carriage
 * return of a CRLF is its last column. The lines are found on the first call.
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

/** Returns the number of the ascending `starts` that are greater than `offset`. */
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
