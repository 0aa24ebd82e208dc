import { LibsqlBatchError, LibsqlError } from '@libsql/client';

/** The queue is full: nothing was tried, ask again later. */
export class Overloaded extends Error {}

/** Nobody knows whether it is in the book: ask again with the same request id. */
export class OutcomeUnknown extends Error {}

/** The writer has stopped for good: another process writes, or the book moved without us. */
export class WriterStopped extends Error {}

const MACHINE_TROUBLE = /BUSY|IOERR|FULL|LOCKED|CANTOPEN|NOMEM|READONLY|CORRUPT|NOTADB/;

/** A statement said no; anything else is the machine, the wire or the server failing. */
export function isRefusal(error: unknown): boolean {
  if (!(error instanceof LibsqlError)) return false;
  if (MACHINE_TROUBLE.test(`${error.code} ${error.extendedCode ?? ''}`)) return false;
  return error.code.startsWith('SQLITE_CONSTRAINT') || error instanceof LibsqlBatchError;
}
