import { describe, expect, test } from 'vitest';
import { buildCommand } from './command.ts';

const read = (...args: string[]) => buildCommand.read(args, {});

describe('the options of a build', () => {
  test('are the whole site in dist unless others are given', () => {
    expect(read()).toEqual({
      values: {
        config: 'digest.yaml',
        content: 'src/content',
        out: 'dist',
        volumes: null,
        plan: false,
      },
    });
    expect(buildCommand.read([], { BROADSHEET_OUT: 'site' })).toMatchObject({ values: { out: 'site' } });
  });

  test.each([
    ['2024-01..2024-12', { from: '2024-01', to: '2024-12' }],
    ['2024-03', { from: '2024-03', to: '2024-03' }],
  ])('reads the months %s', (range, volumes) => {
    expect(read('--volumes', range)).toMatchObject({ values: { volumes } });
  });

  test.each(['2024', '2024-12..2024-01', '2024-01-2024-02', ''])('rejects the months “%s”', (range) => {
    expect(read('--volumes', range)).toEqual({ problem: expect.stringContaining(`“${range}”`) });
  });
});
