/**
 * The regular expression of a mute rule between slashes (`/第\d+期/`); null for a rule that is a word. It ignores case,
 * and flags after the second slash are ignored. Throws a SyntaxError for an invalid pattern.
 */
export function patternOf(rule: string): RegExp | null {
  const pattern = /^\/(.+)\/[a-z]*$/su.exec(rule.trim())?.[1];
  return pattern === undefined ? null : new RegExp(pattern, 'iu');
}

/** Whether a mute rule is valid: a word or a valid pattern. */
export function isMuteRule(rule: string): boolean {
  try {
    patternOf(rule);
    return rule.trim() !== '';
  } catch {
    return false;
  }
}
