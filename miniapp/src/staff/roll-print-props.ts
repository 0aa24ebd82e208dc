import type { ReadRoll } from '@bank/shared/contracts/events-staff';
import type { OutputOf } from '@bank/shared/endpoint';

export interface RollPrintProps {
  roll: OutputOf<typeof ReadRoll>;
}
