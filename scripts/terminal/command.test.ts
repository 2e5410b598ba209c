import { afterEach, beforeEach, describe, expect, type MockInstance, test, vi } from 'vitest';
import { defineCommand, runCommand } from './command.ts';
import { flag, instant, text, textOr, WrongUsage } from './option.ts';

const command = defineCommand({
  usage: ['npm run print -- [FILE] [options]'],
  about: 'Prints a file.',
  options: {
    dryRun: flag('print nothing'),
    paper: textOr('A4', 'SIZE', 'the size of the paper', 'PRINT_PAPER'),
    title: text('TEXT', 'what stands above it'),
    now: instant,
  },
  operands: ([file = null, ...others]) => {
    if (others.length > 0) throw new WrongUsage('Print one file at a time.');
    return { file };
  },
  exitCodes: { 0: 'printed', 2: 'the options are wrong' },
});
const bare = defineCommand({
  usage: ['npm run bare'],
  about: 'Does it.',
  options: {},
  exitCodes: { 0: 'done' },
});

describe('reading a command line', () => {
  test('gives every option its value or its default', () => {
    const args = ['--now', '2026-11-22T06:30:00+08:00'];
    expect(command.read(args, {})).toEqual({
      values: {
        dryRun: false,
        paper: 'A4',
        title: null,
        now: new Date('2026-11-21T22:30:00Z'),
        file: null,
      },
    });
    expect(command.read(['a.md', '--dry-run', '--title=A=B', '--paper', 'A5'], {})).toMatchObject({
      values: { dryRun: true, paper: 'A5', title: 'A=B', file: 'a.md' },
    });
  });

  test('takes a default from the environment, and the command line before it', () => {
    const env = { PRINT_PAPER: 'A3' };
    expect(command.read([], env)).toMatchObject({ values: { paper: 'A3' } });
    expect(command.read(['--paper', 'A5'], env)).toMatchObject({ values: { paper: 'A5' } });
    expect(command.read([], { PRINT_PAPER: '' })).toMatchObject({ values: { paper: 'A4' } });
  });

  test('counts the last of an option given twice', () => {
    expect(command.read(['--paper', 'A5', '--paper', 'A6'], {})).toMatchObject({ values: { paper: 'A6' } });
  });

  test('takes everything after -- as a file, and - too', () => {
    expect(command.read(['--', '--dry-run'], {})).toMatchObject({
      values: { file: '--dry-run', dryRun: false },
    });
    expect(command.read(['-', '--title', '-'], {})).toMatchObject({ values: { file: '-', title: '-' } });
  });

  test.each([
    [['--nothing'], 'There is no option --nothing.'],
    [['--papers', 'A4'], 'There is no option --papers. Did you mean --paper?'],
    [['--dryRun'], 'There is no option --dryRun. Did you mean --dry-run?'],
    [['-p'], 'There is no option -p.'],
    [['--dry-run=yes'], '--dry-run takes no value.'],
    [['--title'], '--title needs a value: --title TEXT'],
    [['--title', '--dry-run'], '--title needs a value: --title TEXT'],
    [['--now', 'soon'], '--now needs an instant such as 2026-11-22T06:30:00+08:00, not “soon”.'],
    [['a', 'b'], 'Print one file at a time.'],
  ])('reports what is wrong with %j', (args, problem) => {
    expect(command.read(args, {})).toEqual({ problem });
  });

  test('rejects arguments of a command that takes none', () => {
    expect(bare.read(['now'], {})).toEqual({ problem: 'This command takes options only, not “now”.' });
  });

  test('hides no error that is not about the command line', () => {
    const broken = defineCommand({
      ...{ usage: [], about: '', exitCodes: {} },
      options: {
        x: {
          about: '',
          read: () => {
            throw new TypeError('broken');
          },
        },
      },
    });
    expect(() => broken.read([], {})).toThrow('broken');
  });
});

describe('running a command', () => {
  let out: MockInstance;
  let err: MockInstance;
  beforeEach(() => {
    out = vi.spyOn(console, 'log').mockImplementation(() => {});
    err = vi.spyOn(console, 'error').mockImplementation(() => {});
  });
  afterEach(() => {
    out.mockRestore();
    err.mockRestore();
  });
  const neverRun = () => {
    throw new Error('it ran');
  };

  test('gives the exit code of what ran', async () => {
    expect(await runCommand(command, ({ file }) => (file === 'a.md' ? 7 : 0), ['a.md'])).toBe(7);
  });

  test.each([[['--help']], [['-h']], [['--nothing', '--help']]])(
    'prints the help for %j and ends with 0',
    async (args) => {
      expect(await runCommand(command, neverRun, args)).toBe(0);
      expect(out).toHaveBeenCalledExactlyOnceWith(command.help);
      expect(err).not.toHaveBeenCalled();
    },
  );

  test('prints the problem and the help for a wrong option and ends with 2', async () => {
    expect(await runCommand(command, neverRun, ['--\u001b[31mred'])).toBe(2);
    const [printed] = err.mock.calls[0] as [string];
    expect(printed).toMatch(/^There is no option --.*red\.\n\nnpm run print/);
    expect(printed).not.toContain('\u001b');
    expect(out).not.toHaveBeenCalled();
  });
});

test('the help names every option with its value, its default and its meaning, and every exit code', () => {
  expect(command.help).toBe(`npm run print -- [FILE] [options]

Prints a file.

  --dry-run     print nothing
  --paper SIZE  the size of the paper ($PRINT_PAPER, else A4)
  --title TEXT  what stands above it
  --now ISO     the moment to act as if at (the clock)
  --help        this text

Exit codes: 0 printed; 2 the options are wrong.
`);
});

test('the help breaks long lines and indents what follows', () => {
  const long = defineCommand({
    ...{ usage: ['npm run long'], about: 'Long.', exitCodes: { 0: 'done' } },
    options: { all: flag('word '.repeat(40).trim()) },
  });
  const lines = long.help.split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(110);
  expect(lines.filter((line) => line.includes('word'))).toHaveLength(2);
  expect(lines).toContainEqual(expect.stringMatching(/^ {10}word/));
});
