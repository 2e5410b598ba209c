import { expect, test } from 'vitest';
import { importCommand } from './command.ts';

test('reads a path and the options around it', () => {
  const read = importCommand.read(
    ['archive', '--dry-run', '--now', '2020-01-02T03:04:05Z', '--content', 'c'],
    { BROADSHEET_CONFIG: 'other.yaml' },
  );
  expect(read).toEqual({
    values: {
      path: 'archive',
      config: 'other.yaml',
      content: 'c',
      dryRun: true,
      now: new Date('2020-01-02T03:04:05Z'),
    },
  });
});

test.each([
  ['no path', []],
  ['two paths', ['a', 'b']],
  ['an unknown option', ['a', '--what']],
  ['a moment that is none', ['a', '--now', 'soon']],
])('reports %s in a sentence', (_, args) => {
  expect(importCommand.read(args, {})).toEqual({ problem: expect.stringMatching(/\w+ \w+/) });
});
