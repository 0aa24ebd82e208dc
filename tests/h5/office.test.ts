import { describe } from 'vitest';
import { dutyJourneys } from './duty-journeys.ts';
import { eventDayJourneys } from './event-day-journeys.ts';
import { inTown } from './in-town.ts';
import { leavingJourneys } from './leaving-journeys.ts';
import { leftAwardJourneys } from './left-award-journeys.ts';
import { occasionChangeJourneys } from './occasion-change-journeys.ts';
import { officeJourneys } from './office-journeys.ts';
import { serviceJourneys } from './service-journeys.ts';

inTown((given) => {
  describe('on the day of an event', () => eventDayJourneys(given));
  describe('changing an event', () => occasionChangeJourneys(given));
  describe('with service', () => serviceJourneys(given));
  describe('in the office', () => officeJourneys(given));
  describe('with posts and duties', () => dutyJourneys(given));
  // Their clock goes on by hours: they come last.
  describe('leaving an event', () => leavingJourneys(given));
  describe('after a close', () => leftAwardJourneys(given));
});
