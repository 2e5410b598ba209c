/**
 * The pattern of a mute rule that stands between slashes (`/第\d+期/`), which takes no flags and is held against any
 * case; null for a rule that is a word. Throws a SyntaxError for a pattern that is none.
 */
export function patternOf(rule: string): RegExp | null {
  const pattern = /^\/(.+)\/[a-z]*$/su.exec(rule.trim())?.[1];
  return pattern === undefined ? null : new RegExp(pattern, 'iu');
}

/** Whether a rule can be followed. */
export function isMuteRule(rule: string): boolean {
  try {
    patternOf(rule);
    return rule.trim() !== '';
  } catch {
    return false;
  }
}
