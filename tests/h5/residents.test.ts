import { describe } from 'vitest';
import { counterJourneys } from './counter-journeys.ts';
import { eventJourneys } from './event-journeys.ts';
import { inTown } from './in-town.ts';
import { selectionJourneys } from './selection-journeys.ts';
import { signInJourneys } from './sign-in-journeys.ts';
import { unboundJourneys } from './unbound-journeys.ts';

inTown((given) => {
  describe('at the counter', () => counterJourneys(given));
  describe('at a selection', () => selectionJourneys(given));
  describe('at events', () => eventJourneys(given));
  describe('at the door, not bound', () => unboundJourneys(given));
  describe('signing in', () => signInJourneys(given));
});
