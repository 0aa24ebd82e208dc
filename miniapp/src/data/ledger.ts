import { VerifyBook } from '@bank/shared/contracts/ledger';
import { ask } from './query-client';

/** 查账, done anew each time it is asked. */
export const verificationQuery = () => ask(VerifyBook, {}, { keep: false });
