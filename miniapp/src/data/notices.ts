import { MarkInboxRead, ReadBoard, ReadInbox } from '@bank/shared/contracts/notices';
import { useChange } from './change';
import { ask } from './query-client';

/** What is posted in public now. */
export const boardQuery = () => ask(ReadBoard, {});

/** The messages of whoever holds this phone. */
export const inboxQuery = () => ask(ReadInbox, {});

export const useInboxReading = () => useChange(MarkInboxRead);
