import { linearPattern, type Pattern } from '../text/linear-pattern.ts';

/**
 * The regular expression of a mute rule between slashes (`/第\d+期/`); null for a rule that is a word. It ignores case,
 * and flags after the second slash are ignored. It runs in linear time.
 * @throws SyntaxError for an invalid pattern, RangeError for one that could take long
 */
export function patternOf(rule: string): Pattern | null {
  const pattern = /^\/(.+)\/[a-z]*$/su.exec(rule.trim())?.[1];
  return pattern === undefined ? null : linearPattern(pattern);
}

/** What is wrong with a mute rule: `invalid` for an empty one and a pattern with a mistake, `slow`, or null. */
export function muteRuleProblem(rule: string): 'invalid' | 'slow' | null {
  try {
    patternOf(rule);
    return rule.trim() === '' ? 'invalid' : null;
  } catch (error) {
    return error instanceof RangeError ? 'slow' : 'invalid';
  }
}
