/** The time at which a command must stop. Each getMore of a cursor sets it anew. */
export interface Deadline {
  at: number;
  check(): void;
}
