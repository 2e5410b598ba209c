import type { Step } from './steps.ts';

/**
 * Follows a program over a text from every place at once: 1 for each place where a match ends, `characters.length + 1`
 * places. `backward` reads the text from its end with a program made for that.
 */
export function endsOf(steps: readonly Step[], characters: readonly number[], backward: boolean): Uint8Array {
  const ends = new Uint8Array(characters.length + 1);
  const looks = new Map<Step, Uint8Array>();
  const places = { seen: new Int32Array(steps.length).fill(-1), open: [] as number[] };
  const holds = (step: Step, at: number): boolean => {
    if (step.kind === 'place') return step.holds(characters, at);
    if (step.kind !== 'look') return true;
    let found = looks.get(step);
    if (found === undefined) {
      found = endsOf(step.steps, characters, step.ahead);
      looks.set(step, found);
    }
    return (found[at] === 1) !== step.negate;
  };
  let reached: number[] = [];
  for (let read = 0; read <= characters.length; read++) {
    const at = backward ? characters.length - read : read;
    const next = characters[backward ? at - 1 : at];
    const after: number[] = [];
    places.open.push(0, ...reached.reverse());
    while (places.open.length > 0) {
      const here = places.open.pop() ?? 0;
      const step = steps[here];
      if (step === undefined || places.seen[here] === read) continue;
      places.seen[here] = read;
      if (step.kind === 'match') ends[at] = 1;
      else if (step.kind === 'go') places.open.push(...step.to);
      else if (step.kind !== 'character') {
        if (holds(step, at)) places.open.push(here + 1);
      } else if (next !== undefined && step.takes(next)) after.push(here + 1);
    }
    reached = after;
  }
  return ends;
}
