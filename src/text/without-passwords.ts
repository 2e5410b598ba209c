/** What stands before the host of an address: everything up to the last `@` before a path, a query or a blank. */
const beforeHost = /(\b[a-z][a-z\d+.-]*:(?:\/|\\){2})[^\s/\\?#"'<>]*@/giu;

/** A text for a log, a page or a file, in which no address carries a name or a password. */
export function withoutPasswords(text: string): string {
  return text.replace(beforeHost, '$1…@');
}
