/** Thrown while a command line is read; its message says, in a sentence, what is wrong with it. */
export class WrongUsage extends Error {}

/** One option of a command. */
export interface Option<Value> {
  /** What stands for its value in the help, such as `FILE`; none for a flag. */
  placeholder?: string;
  about: string;
  /** What holds when it is not given, as the help shows it. */
  without?: string;
  /** Makes its value of the texts given for it, in order; a flag is given as ''. @throws WrongUsage */
  read: (given: readonly string[], name: string, env: NodeJS.ProcessEnv) => Value;
}

/** An option that is there or not. */
export function flag(about: string): Option<boolean> {
  return { about, read: (given) => given.length > 0 };
}

/** A text, such as a path; null when it is not given. The last counts when it is given twice. */
export function text(placeholder: string, about: string): Option<string | null> {
  return { placeholder, about, read: (given) => given.at(-1) ?? null };
}

/** A text with a default, which an environment variable may replace. */
export function textOr(
  fallback: string,
  placeholder: string,
  about: string,
  variable?: string,
): Option<string> {
  return {
    placeholder,
    about,
    without: variable === undefined ? fallback : `$${variable}, else ${fallback}`,
    read: (given, _name, env) => given.at(-1) ?? (env[variable ?? ''] || fallback),
  };
}

/** The list of feeds. */
export const configFile = textOr('digest.yaml', 'FILE', 'the list of feeds', 'BROADSHEET_CONFIG');

/** Where the items are stored. */
export const contentFolder = textOr('src/content', 'DIR', 'where the items are stored', 'BROADSHEET_CONTENT');

/** The instant to act as if it were now; the clock's when it is not given. */
export const instant: Option<Date> = {
  placeholder: 'ISO',
  about: 'the moment to act as if at',
  without: 'the clock',
  read: (given, name) => {
    const moment = given.length === 0 ? new Date() : new Date(given.at(-1) ?? '');
    if (!Number.isNaN(moment.getTime())) return moment;
    throw new WrongUsage(
      `${name} needs an instant such as 2026-11-22T06:30:00+08:00, not “${given.at(-1)}”.`,
    );
  },
};
