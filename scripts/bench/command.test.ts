import { expect, test } from 'vitest';
import { benchCommand } from './command.ts';

const command = benchCommand([
  { name: 'pull', title: 'Pulling feeds' },
  { name: 'build', title: 'Building a site' },
]);
const read = (...args: string[]) => command.read(args, {});

test('measures everything three times unless told otherwise', () => {
  expect(read()).toEqual({ values: { only: [], rounds: 3, large: false, print: false } });
  expect(read('--only', 'pull', '--only', 'build', '--rounds', '5', '--large', '--print')).toEqual({
    values: { only: ['pull', 'build'], rounds: 5, large: true, print: true },
  });
});

test('says in a sentence what is wrong with the options', () => {
  expect(read('--only', 'pulls')).toEqual({ problem: '--only needs one of pull, build, not “pulls”.' });
  for (const rounds of ['0', '1.5', 'many'])
    expect(read('--rounds', rounds)).toEqual({
      problem: `--rounds needs a whole number from 1 on, not “${rounds}”.`,
    });
  expect(read('--fast')).toHaveProperty('problem');
});

test('names every benchmark in its help', () => {
  expect(command.help).toContain('pull    Pulling feeds');
});
