import { ReadRulebook } from '@bank/shared/contracts/scoring';
import { ask } from './query-client';

/** 积分细则 and the settings of the book. */
export const rulebookQuery = () => ask(ReadRulebook, {});
