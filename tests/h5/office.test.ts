import { describe } from 'vitest';
import { dutyJourneys } from './duty-journeys.ts';
import { eventOfficeJourneys } from './event-office-journeys.ts';
import { inTown } from './in-town.ts';
import { officeJourneys } from './office-journeys.ts';

inTown((given) => {
  describe('in the event office', () => eventOfficeJourneys(given));
  describe('in the office', () => officeJourneys(given));
  describe('with posts and duties', () => dutyJourneys(given));
});
