/** An error for the client, with MongoDB's error code (`error_codes.yml` of the MongoDB server). */
export class CommandError extends Error {
  readonly code: number;
  readonly codeName: string;
  readonly labels: string[];
  readonly details: Record<string, unknown>;

  constructor(codeName: CodeName, message: string, details: Record<string, unknown> = {}, labels: string[] = []) {
    super(message);
    this.name = 'CommandError';
    this.codeName = codeName;
    this.code = codeOf(codeName);
    this.details = details;
    this.labels = labels;
  }
}

/** Throws a `CommandError`. A function, so that it can be used in expressions; `never` narrows types. */
export function fail(
  codeName: CodeName,
  message: string,
  details: Record<string, unknown> = {},
  labels: string[] = [],
): never {
  throw new CommandError(codeName, message, details, labels);
}

const codes = {
  InternalError: 1,
  BadValue: 2,
  FailedToParse: 9,
  Unauthorized: 13,
  TypeMismatch: 14,
  InvalidLength: 16,
  ProtocolError: 17,
  AuthenticationFailed: 18,
  InvalidBSON: 22,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  MaxTimeMSExpired: 50,
  DollarPrefixedFieldName: 52,
  InvalidIdField: 53,
  EmptyFieldName: 56,
  CommandNotFound: 59,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  WriteConflict: 112,
  CommandNotSupported: 115,
  SnapshotTooOld: 239,
  SnapshotUnavailable: 246,
  NoQueryExecutionPlans: 291,
  QueryExceededMemoryLimitNoDiskUseAllowed: 292,
  InvalidPipelineOperator: 168,
  CannotIndexParallelArrays: 171,
  AmbiguousIndexKeyPattern: 181,
  QueryFeatureNotAllowed: 224,
  TransactionTooOld: 225,
  NoSuchTransaction: 251,
  TransactionCommitted: 256,
  TransactionTooLarge: 257,
  OperationNotSupportedInTransaction: 263,
  UnsupportedOpQueryCommand: 352,
  KeyTooLong: 17280,
  BSONObjectTooLarge: 10334,
  DuplicateKey: 11000,
  OutOfDiskSpace: 14031,
} as const;

/** A named code, or `Location12345` for codes that MongoDB does not name. */
export type CodeName = keyof typeof codes | `Location${number}`;

function codeOf(name: CodeName): number {
  return name in codes ? codes[name as keyof typeof codes] : Number(name.slice('Location'.length));
}
