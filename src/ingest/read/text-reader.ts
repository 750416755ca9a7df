import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { showValue } from '../../errors/show-value.ts';
import { nameCharacter } from '../../text/character-names.ts';
import { decodeUtf8 } from '../json/decode-utf8.ts';
import { explainBytes } from '../json/explain-bytes.ts';
import { placeOf } from '../json/places.ts';
import { createPositions } from '../json/text-positions.ts';
import type { TextFile, TextReader } from '../parse/text-file.ts';

/**
 * Creates a reader of the text files in the folder of an article file. It accepts a plain name: no path, no hidden
 * file, and no symbolic link out of the folder. It returns the content, decoded from UTF-8, without its byte order mark
 * and the white space around it. Undefined if the articles come from no folder, such as from standard input.
 */
export function createTextReader(file: string): TextReader | undefined {
  if (/^\/(?:dev|proc)\//.test(file)) return undefined;
  const folder = dirname(file);
  return (name, maxBytes) => readTextFile(folder, name, maxBytes);
}

function readTextFile(folder: string, name: string, maxBytes: number): TextFile {
  const named = `${showValue(name)} in ${folder === '.' ? 'the current folder' : folder}`;
  try {
    const path = realpathSync(join(folder, name));
    if (dirname(path) !== realpathSync(folder)) {
      return refuse('the name of a file in the same folder', `${showValue(name)}, a symbolic link to another folder`);
    }
    const content = readRegular(path, maxBytes);
    if (content === 'other') return refuse('the name of a text file', `${named}, which is not a file`);
    if (typeof content === 'number')
      return refuse(`a text of at most ${maxBytes} bytes`, `${content} bytes in ${name}`);
    return textOf(name, content);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const isMissing = code === 'ENOENT' || code === 'ENOTDIR';
    return refuse(
      'the name of a file in the same folder',
      isMissing ? `${named}, which does not exist` : `${named}, which cannot be read (${code})`,
    );
  }
}

/**
 * Returns the bytes of a regular file; its size if that exceeds `maxBytes`; `other` for a pipe, a folder or a device.
 */
function readRegular(path: string, maxBytes: number): Buffer | number | 'other' {
  // Without O_NONBLOCK, opening a named pipe would wait for a writer.
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) return 'other';
    return stats.size > maxBytes ? stats.size : readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function textOf(name: string, bytes: Buffer): TextFile {
  const decoded = decodeUtf8(bytes);
  const text = typeof decoded === 'string' ? decoded : decoded.before;
  const place = (offset: number) => `${name}:${placeOf(offset, createPositions(text))}`;
  if (typeof decoded !== 'string') {
    const found = `the byte 0x${decoded.byte.toString(16).padStart(2, '0')} at ${place(text.length)}`;
    return refuse('a text file in UTF-8', found, explainBytes(bytes, decoded));
  }
  const nul = text.indexOf('\0');
  if (nul !== -1) return refuse('a text without NUL', `${nameCharacter('\0')} at ${place(nul)}`, explainBytes(bytes));
  return { text: text.replace(/^\ufeff/, '').trim() };
}

function refuse(expected: string, found: string, hint?: string): TextFile {
  return { fault: { expected, found, ...(hint !== undefined && { hint: () => hint }) } };
}
