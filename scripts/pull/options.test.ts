import { describe, expect, it } from 'vitest';
import { readPullOptions } from './options.ts';

describe('the options of a pull', () => {
  it('are the usual files when nothing is said', () => {
    expect(readPullOptions([], {})).toMatchObject({
      config: 'digest.yaml',
      content: 'src/content',
      force: false,
    });
  });

  it('come from the environment unless they are given', () => {
    const env = { BROADSHEET_CONFIG: 'a.yaml', BROADSHEET_CONTENT: 'b' };
    expect(readPullOptions(['--config', 'c.yaml'], env)).toMatchObject({ config: 'c.yaml', content: 'b' });
  });

  it('name what is wrong with them', () => {
    expect(readPullOptions(['--now', 'soon'], {})).toEqual({ problem: expect.stringContaining('“soon”') });
    expect(readPullOptions(['--colour'], {})).toEqual({ problem: expect.stringContaining('--colour') });
  });
});
