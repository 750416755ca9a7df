/** The codes of warnings. Each says how the words do not support the fact at the pointer. */
export const warningCodes = [
  'NO_EVIDENCE',
  'NUMBER_NOT_IN_QUOTE',
  'ORIGINAL_NOT_IN_TEXT',
  'QUOTE_NOT_IN_TEXT',
  'DATE_NOT_IN_QUOTE',
  'NAME_NOT_NEAR',
  'METHOD_NOT_IN_QUOTE',
  'KIND_NOT_IN_QUOTE',
  'AFTER_PUBLICATION',
  'FAR_FROM_PARENT',
  'SENTENCE_NOT_COVERED',
] as const;

export type WarningCode = (typeof warningCodes)[number];

/** A fact of an accepted article that its words do not support, as far as a program can tell. */
export interface Warning {
  /** RFC 6901, within the article. */
  pointer: string;
  code: WarningCode;
  /** One sentence for people, with the words that were read. No final period. */
  message: string;
  /** Where in the text the sentence without evidence stands, in UTF-16 code units; only of SENTENCE_NOT_COVERED. */
  start?: number;
  end?: number;
}

/** Returns one warning with this message, or none without a fault. The message is the fault with a capital letter. */
export function warn(pointer: string, code: WarningCode, fault: string | undefined): Warning[] {
  return fault === undefined ? [] : [{ pointer, code, message: fault.charAt(0).toUpperCase() + fault.slice(1) }];
}
