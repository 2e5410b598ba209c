import { defineConfig } from 'vitest/config';

/** Unit tests of more than ten seconds a file: they run with the rest of the site, not before each commit. */
const slow = '{src,scripts}/**/*.slow.test.ts';

/** The additions of an owner, in `custom/`, are no part of what is tested. */
const env = { BROADSHEET_CUSTOM: 'node_modules/.none' };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          env,
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: [slow],
          testTimeout: 30_000,
          // The code has no state of its own: loading it once for all files saves a third of the time.
          isolate: false,
        },
      },
      { test: { name: 'slow', env, include: [slow], testTimeout: 60_000, isolate: false } },
      { test: { name: 'build', env, include: ['tests/build/**/*.test.ts'], hookTimeout: 60_000 } },
      {
        test: {
          name: 'browser',
          env,
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
