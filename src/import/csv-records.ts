/** A CSV record and the number of its first line, from 1; or why it is malformed. */
export type CsvRecord = { line: number } & ({ fields: string[]; broken?: never } | { fields?: never; broken: string });

/** The maximum length of a record. It bounds the memory that an unclosed quote can take. */
const maxRecordLength = 2 ** 20;

/**
 * Splits CSV (RFC 4180; lines may end without carriage returns) into records as its text arrives. Fields are separated
 * by commas; by semicolons or tabs if the first line has these and no commas, as spreadsheets write it in some
 * languages. If a record is malformed, its first line is skipped and reading continues with the next line: a stray quote
 * costs one row.
 */
export function createCsvDivider(): { push(text: string): CsvRecord[]; end(): CsvRecord[] } {
  let rest = '';
  let line = 1;
  let isLeavingOut = false;
  let separator: string | undefined;
  return {
    push: (text) => divide(rest + text, false),
    end: () => divide(rest, true),
  };

  function divide(text: string, isWhole: boolean): CsvRecord[] {
    const records: CsvRecord[] = [];
    separator ??= separatorOf(text, isWhole || text.length > maxRecordLength);
    if (separator === undefined) {
      rest = text;
      return records;
    }
    let at = isLeavingOut ? afterLine(0) : 0;
    while (at < text.length) {
      const found = recordAt(text, at, separator, isWhole);
      if (found === 'cut') {
        if (text.length - at <= maxRecordLength && !isWhole) break;
        at = leaveOut(isWhole ? 'a quote that is never closed' : `a row of more than ${maxRecordLength} characters`);
      } else if (typeof found === 'string') {
        at = leaveOut(found);
      } else {
        const isEmpty = found.fields.length === 1 && found.fields[0] === '';
        if (!isEmpty) records.push({ line, fields: found.fields });
        line += 1 + found.lineFeeds;
        at = found.end;
      }
    }
    rest = text.slice(at);
    return records;

    function leaveOut(broken: string): number {
      records.push({ line, broken });
      line++;
      return afterLine(at);
    }

    function afterLine(from: number): number {
      const lineFeed = text.indexOf('\n', from);
      isLeavingOut = lineFeed === -1;
      return isLeavingOut ? text.length : lineFeed + 1;
    }
  }
}

/** Returns the separator that the first line shows; undefined if the line is not complete. */
function separatorOf(text: string, isWhole: boolean): string | undefined {
  const end = text.indexOf('\n');
  if (end === -1 && !isWhole) return undefined;
  const first = end === -1 ? text : text.slice(0, end);
  if (first.includes(',')) return ',';
  return [';', '\t'].find((each) => first.includes(each)) ?? ',';
}

interface FoundRecord {
  fields: string[];
  /** The number of line feeds within its fields. */
  lineFeeds: number;
  /** Where the next record begins. */
  end: number;
}

/** Returns the record at `start`, or why it is malformed; `cut` if the text ends before the record does. */
function recordAt(text: string, start: number, separator: string, isWhole: boolean): FoundRecord | string {
  const fields: string[] = [];
  let lineFeeds = 0;
  let at = start;
  let lineEnd = text.indexOf('\n', start);
  for (;;) {
    if (text[at] === '"') {
      const close = closingQuote(text, at + 1);
      if (close === -1 || (close === text.length - 1 && !isWhole)) return 'cut';
      const written = text.slice(at + 1, close);
      fields.push(written.includes('"') ? written.replaceAll('""', '"') : written);
      for (let feed = lineEnd; feed !== -1 && feed < close; feed = lineEnd = text.indexOf('\n', feed + 1)) lineFeeds++;
      at = close + 1;
    } else {
      if (lineEnd === -1 && !isWhole) return 'cut';
      const line = lineEnd === -1 ? text.length : lineEnd;
      const next = text.indexOf(separator, at);
      const end = next === -1 || next > line ? (text[line - 1] === '\r' && line > at ? line - 1 : line) : next;
      const written = text.slice(at, end);
      if (written.includes('"')) return 'a quote within a field that does not begin with one';
      fields.push(written);
      at = end;
    }
    if (text[at] === separator) at++;
    else if (at >= text.length) return isWhole ? { fields, lineFeeds, end: at } : 'cut';
    else if (text[at] === '\n') return { fields, lineFeeds, end: at + 1 };
    else if (text[at] === '\r' && text[at + 1] === '\n') return { fields, lineFeeds, end: at + 2 };
    else if (text[at] === '\r' && at + 1 === text.length && !isWhole) return 'cut';
    else return 'text after a closing quote';
  }
}

/** Returns the position of the closing quote, or -1. Two quotes in a row are an escaped one. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}
