/** What is wrong with a configuration and what to write instead, in words for somebody who does not program. */
export interface Advice {
  message: string;
  hint: string;
}

/** Where a field is: names of fields and indexes of lists, outermost first. */
export type Path = PropertyKey[];

/** A path as shown to the owner: `feeds[2].url`. Entries of lists count from 1. */
export function fieldName(path: Path): string {
  return path.reduce<string>(
    (name, part) =>
      typeof part === 'number'
        ? `${name}[${part + 1}]`
        : name === ''
          ? quoted(String(part))
          : `${name}.${quoted(String(part))}`,
    '',
  );
}

/** A name, in quotation marks if it has other characters than letters, digits and blanks, so that it stays on its line. */
function quoted(name: string): string {
  return /^[\p{L}\p{M}\p{N} _-]+$/u.test(name) ? name : JSON.stringify(name);
}
