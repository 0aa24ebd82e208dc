import type { Handler } from '../platform/serve.ts';
import { markInboxRead } from './commands.ts';
import { readBoard, readInbox } from './queries.ts';

/** Which promise is kept by which command or query. */
export const noticesHandlers = [readInbox, markInboxRead, readBoard] as Handler[];
