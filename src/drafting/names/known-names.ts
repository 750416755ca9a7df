/** What is known of names before the text is read. */
export interface KnownNames {
  /** Returns what the store knows by this name. */
  stored(key: string): readonly { type: 'Actor' | 'Location'; kind?: string | undefined }[];
  /** Returns the population of the largest town of this name, and its country; undefined if there is none. */
  town(name: string): { population: number; country: string } | undefined;
}
