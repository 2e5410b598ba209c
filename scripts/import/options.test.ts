import { expect, test } from 'vitest';
import { readImportOptions } from './options.ts';

test('reads a path and the options around it', () => {
  const options = readImportOptions(
    ['archive', '--dry-run', '--now', '2020-01-02T03:04:05Z', '--content', 'c'],
    {
      BROADSHEET_CONFIG: 'other.yaml',
    },
  );
  expect(options).toEqual({
    path: 'archive',
    config: 'other.yaml',
    content: 'c',
    dryRun: true,
    now: new Date('2020-01-02T03:04:05Z'),
  });
});

test.each([
  ['no path', []],
  ['two paths', ['a', 'b']],
  ['an unknown option', ['a', '--what']],
  ['no instant', ['a', '--now', 'soon']],
])('%s gives a sentence', (_, args) => {
  expect(readImportOptions(args, {})).toEqual({ problem: expect.stringMatching(/\w+ \w+/) });
});

test('help comes before everything', () => {
  expect(readImportOptions(['--help'], {})).toEqual({ help: true });
});
