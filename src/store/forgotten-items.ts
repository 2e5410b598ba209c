import { compareText } from '../text/compare.ts';

/** Name of the file in the content folder: items that were removed for good, which no pull and no import stores again. */
export const forgottenFile = 'forgotten.json';

/** Names of items. */
export type ForgottenItems = ReadonlySet<string>;

/** Sorted, so that the same names give the same file. */
export function formatForgotten(names: ForgottenItems): string {
  return `${JSON.stringify([...names].sort(compareText), null, 1)}\n`;
}

/** Every name in the text of the file, even in one that is damaged: what was removed must not come back. */
export function parseForgotten(text: string): ForgottenItems {
  return new Set(text.match(/\b[a-z0-9](?:[a-z0-9-]*[a-z0-9])?-[0-9a-f]{12}\b/g) ?? []);
}

/** The feed that an item belongs to, by the item's name: `<feed-id>-<12 hex digits>`. */
export function feedOfName(name: string): string {
  return name.slice(0, -'-xxxxxxxxxxxx'.length);
}
