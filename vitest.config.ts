import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/longest-first.ts';

// Time limits are for what hangs. Several things go on at once here, and a machine may be slow.
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{shared,db,api,miniapp}/src/**/*.test.ts'],
          // Decisions hold nothing: a process of its own for each file cost four times the tests.
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'api',
          include: ['tests/{api,writer,property,intake,doubles}/**/*.test.ts', 'tests/*.test.ts'],
          // Each test opens a bank of its own, so files may share what they import.
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'start',
          include: ['tests/start/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'weapp',
          include: ['tests/weapp/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'h5',
          include: ['tests/h5/**/*.test.ts'],
          globalSetup: ['tests/h5/build-pages.ts'],
          testTimeout: 180_000,
          hookTimeout: 300_000,
          // Rounds of faces, of two windows each.
          maxConcurrency: 2,
        },
      },
    ],
  },
});
