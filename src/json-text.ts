/**
 * A value as the JSON text that it was received as. `JSON.parse` would forget what the text holds twice, and what a number
 * or a string cannot hold; a class, so that nothing that is parsed can pass for one.
 */
export class JsonText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}
