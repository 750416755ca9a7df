/**
 * JSON source text as it was received. `JSON.parse` drops duplicate keys and digits that a number cannot hold. It is a
 * class so that no parsed value can be mistaken for it.
 */
export class RawJson {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}
