import { defineConfig } from 'vitest/config';

// Every test that builds or looks at a paper has folders, a cache and a port of its own, so two may run at a time.
const patient = { testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'], testTimeout: 30_000 } },
      { test: { name: 'build', include: ['tests/build/**/*.test.ts'], ...patient } },
      { test: { name: 'browser', include: ['tests/browser/**/*.test.ts'], ...patient } },
    ],
  },
});
