import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{shared,db,api,miniapp}/src/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'api',
          include: ['tests/{api,writer,property,intake,doubles}/**/*.test.ts', 'tests/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'start',
          include: ['tests/start/**/*.test.ts'],
          testTimeout: 90_000,
          hookTimeout: 180_000,
        },
      },
      { test: { name: 'weapp', include: ['tests/weapp/**/*.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          name: 'h5',
          include: ['tests/h5/**/*.test.ts'],
          globalSetup: ['tests/h5/build-pages.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
