export type StoreErrorCode =
  | 'NOT_A_FOLDER'
  | 'NO_PERMISSION'
  | 'UNUSABLE_FOLDER'
  | 'INCOMPATIBLE_VERSION'
  | 'FOREIGN_DATA'
  | 'CORRUPT_DATA'
  | 'PORT_IN_USE'
  | 'CANNOT_LISTEN'
  | 'STORE_DIED';

/** The reason why the store did not start, or died. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreError';
    this.code = code;
  }
}
