import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';

/** Runs `inspect --page` with this on its standard input. */
async function inspect(
  input: string,
  ...args: string[]
): Promise<{ out: string; err: string; code: number | null }> {
  const child = spawn(process.execPath, ['scripts/inspect.ts', '--page', ...args]);
  const done = new Promise<number | null>((resolve) => child.once('close', resolve));
  child.stdin.end(input);
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), done]);
  return { out, err, code };
}

const sentence = 'The night ferry is back on the river, with new lamps and the old captain. ';
const page = `<title>Night ferry</title><nav><a href="/">Home</a></nav><main><p onclick="x()">${sentence.repeat(6)}</p></main>`;
const login = '<title>Log in</title><form><input type="password"></form>';
const url = 'https://orrin.example/news/1';

// Each starts a program, which a busy machine does slowly.
describe('inspect --page', { timeout: 30_000 }, () => {
  test('answers a line for each page: its article, cleaned, or what it is instead', async () => {
    const lines = [
      { id: 'a', html: page, url },
      { id: 'b', html: login, url, title: 'Night ferry' },
      { id: 'c' },
    ];
    const { out, code } = await inspect(
      `${lines.map((line) => JSON.stringify(line)).join('\n')}\nnonsense\n`,
      '--batch',
    );
    const answers = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(answers).toEqual([
      { id: 'a', html: `<p>${sentence.repeat(6).trim()}</p>` },
      { id: 'b', html: '', problem: 'login' },
      { error: 'not a JSON line with html and url' },
      { error: 'not a JSON line with html and url' },
    ]);
    expect(code).toBe(0);
  });

  test('cleans one page, or ends with 1 and says what it is', async () => {
    expect(await inspect(page, '-', '--base', url)).toMatchObject({
      code: 0,
      out: expect.stringContaining('<p>The night'),
    });
    expect(await inspect(login, '-', '--base', url)).toEqual({
      code: 1,
      out: '',
      err: 'no article: login\n',
    });
  });

  test.each([[[]], [['a', 'b', '--base', url]], [['a']], [['--batch', 'a']], [['--nonsense']]])(
    'does not know %j',
    async (args) => {
      expect(await inspect('', ...args)).toMatchObject({ code: 2, err: expect.stringContaining('--batch') });
    },
  );
});
