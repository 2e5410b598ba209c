import { describe, expect, test } from 'vitest';
import { pullCommand } from './command.ts';

describe('the options of a pull', () => {
  test('are the usual files when none is given', () => {
    expect(pullCommand.read([], {})).toMatchObject({
      values: { config: 'digest.yaml', content: 'src/content', force: false, json: false },
    });
  });

  test('come from the environment unless they are given', () => {
    const env = { BROADSHEET_CONFIG: 'a.yaml', BROADSHEET_CONTENT: 'b' };
    expect(pullCommand.read(['--config', 'c.yaml'], env)).toMatchObject({
      values: { config: 'c.yaml', content: 'b' },
    });
  });

  test('are named when they are wrong', () => {
    expect(pullCommand.read(['--now', 'soon'], {})).toEqual({ problem: expect.stringContaining('“soon”') });
    expect(pullCommand.read(['--colour'], {})).toEqual({ problem: expect.stringContaining('--colour') });
  });
});
