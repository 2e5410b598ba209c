import type { AST } from '@eslint-community/regexpp';

/**
 * A pattern as a program: each step takes one character, goes on at one or more other steps, or demands something of
 * the place in the text. The last step is the match.
 */
export type Step =
  | { kind: 'character'; takes: (codePoint: number) => boolean }
  | { kind: 'go'; to: number[] }
  | { kind: 'place'; holds: (characters: readonly number[], at: number) => boolean }
  | { kind: 'look'; steps: readonly Step[]; ahead: boolean; negate: boolean }
  | { kind: 'match' };

/** A longer program comes of nested counts only, such as `(a{99}){99}`. */
const mostSteps = 2000;

/** The program of a pattern; null when it has parts that no program expresses. @throws RangeError when it is too long */
export function compileSteps(tree: AST.Pattern): readonly Step[] | null {
  return compile(tree.alternatives, false);
}

/** `backward` programs read the text from its end. */
function compile(alternatives: readonly AST.Alternative[], backward: boolean): Step[] | null {
  const steps: Step[] = [];
  const add = (step: Step): number => {
    if (steps.length >= mostSteps) throw new RangeError('it repeats too much');
    return steps.push(step) - 1;
  };
  const addAlternatives = (all: readonly AST.Alternative[]): boolean => {
    const choice: number[] = [];
    if (all.length > 1) add({ kind: 'go', to: choice });
    const ends: number[][] = [];
    for (const { elements } of all) {
      choice.push(steps.length);
      for (const element of backward ? elements.toReversed() : elements)
        if (!addElement(element)) return false;
      if (all.length === 1) continue;
      const end: number[] = [];
      add({ kind: 'go', to: end });
      ends.push(end);
    }
    for (const end of ends) end.push(steps.length);
    return true;
  };
  const addRepeated = ({ element, min, max }: AST.Quantifier): boolean => {
    for (let count = 0; count < min; count++) if (!addElement(element)) return false;
    const exits: number[][] = [];
    for (let count = min; count < max; count++) {
      const here = steps.length;
      const exit = [here + 1];
      add({ kind: 'go', to: exit });
      exits.push(exit);
      if (!addElement(element)) return false;
      if (max !== Number.POSITIVE_INFINITY) continue;
      add({ kind: 'go', to: [here] });
      break;
    }
    for (const exit of exits) exit.push(steps.length);
    return true;
  };
  const addElement = (node: AST.Element): boolean => {
    if (node.type === 'Quantifier') return addRepeated(node);
    if (node.type === 'CapturingGroup') return addAlternatives(node.alternatives);
    if (node.type === 'Group') return node.modifiers === null && addAlternatives(node.alternatives);
    const step = node.type === 'Assertion' ? assertion(node) : character(node);
    if (step !== null) add(step);
    return step !== null;
  };
  if (!addAlternatives(alternatives)) return null;
  add({ kind: 'match' });
  return steps;
}

function assertion(node: AST.Assertion): Step | null {
  if (node.kind === 'start') return { kind: 'place', holds: (_, at) => at === 0 };
  if (node.kind === 'end') return { kind: 'place', holds: (characters, at) => at === characters.length };
  if (node.kind === 'word') {
    const isEdge = (characters: readonly number[], at: number) =>
      isWord(characters[at - 1]) !== isWord(characters[at]);
    return { kind: 'place', holds: (characters, at) => isEdge(characters, at) !== node.negate };
  }
  if (node.kind !== 'lookahead' && node.kind !== 'lookbehind') return null;
  const ahead = node.kind === 'lookahead';
  // All places where it holds are found in one reading: towards its beginning, which is where it is asked.
  const steps = compile(node.alternatives, ahead);
  return steps && { kind: 'look', steps, ahead, negate: node.negate };
}

/** One character, as the engine of JavaScript understands it: its own source, asked about one character at a time. */
function character(node: AST.Element): Step | null {
  if (node.type !== 'Character' && node.type !== 'CharacterSet' && node.type !== 'CharacterClass')
    return null;
  const pattern = new RegExp(`^(?:${node.raw})$`, 'iu');
  const known = new Map<number, boolean>();
  const takes = (codePoint: number): boolean => {
    let answer = known.get(codePoint);
    if (answer === undefined) {
      answer = pattern.test(String.fromCodePoint(codePoint));
      known.set(codePoint, answer);
    }
    return answer;
  };
  return { kind: 'character', takes };
}

function isWord(codePoint: number | undefined): boolean {
  return codePoint !== undefined && /^\w$/iu.test(String.fromCodePoint(codePoint));
}
