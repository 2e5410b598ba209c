import { type AST, RegExpParser } from '@eslint-community/regexpp';
import { endsOf } from './linear-pattern/simulate.ts';
import { compileSteps, type Step } from './linear-pattern/steps.ts';

/** A regular expression that answers one question. */
export interface Pattern {
  /** Whether it matches somewhere in a text. */
  test: (text: string) => boolean;
}

/**
 * Compiles the source of a regular expression, ignoring case, with the meaning that JavaScript gives it under the flags
 * `iu`. Its time grows with the length of the text and of the pattern, never with their powers: an automaton follows all
 * ways through the pattern at once (R. Cox, "Regular Expression Matching Can Be Simple And Fast", 2007).
 *
 * A pattern that no automaton can follow, with `\1` or `(?i:`, is run by the engine of JavaScript when it repeats at
 * most one single character without a bound: its time is at worst the square of the length of the text.
 * @throws SyntaxError for an invalid pattern, RangeError for one that could take long
 */
export function linearPattern(source: string): Pattern {
  const tree = new RegExpParser().parsePattern(source, 0, source.length, { unicode: true });
  const steps = compileSteps(tree);
  if (steps !== null) return { test: (text) => matches(steps, text) };
  if (!isHarmless(tree)) throw new RangeError('it could take long');
  return new RegExp(source, 'iu');
}

function matches(steps: readonly Step[], text: string): boolean {
  const characters = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  return endsOf(steps, characters, false).includes(1);
}

/** Whether at most one repetition is of any length, and that of a single character, within nothing repeated. */
function isHarmless(tree: AST.Pattern): boolean {
  const repeated: AST.Quantifier[] = [];
  const visit = (node: AST.Alternative | AST.Element): void => {
    if (node.type === 'Quantifier') {
      if (node.min !== node.max || node.max > 100) repeated.push(node);
      visit(node.element);
    }
    if (node.type === 'Alternative') node.elements.forEach(visit);
    if ('alternatives' in node) node.alternatives.forEach(visit);
  };
  tree.alternatives.forEach(visit);
  const isSingle = ({ element }: AST.Quantifier) =>
    /^(?:Character|CharacterSet|CharacterClass|Backreference)$/.test(element.type);
  return repeated.length <= 1 && repeated.every(isSingle);
}
