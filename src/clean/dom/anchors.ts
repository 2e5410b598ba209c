/**
 * Ids of the places that links within an article lead to. While rules run, `rules/anchors.ts` marks such places and
 * links; at the end `rules/targets.ts` gives those that are left names of their own.
 */

/** What every id begins with while rules run. */
const mark = 'mark-';
/** Where a link keeps the address that it has at the source, while rules run. */
export const originalAddress = 'data-original-address';

export const markId = (number: number): string => `${mark}${number}`;
export const isMarkId = (id: string | undefined): id is string => id?.startsWith(mark) ?? false;

/** The attributes of a place that its element keeps whatever becomes of the others. */
export function placeOf({ id }: Record<string, string>): Record<string, string> {
  return isMarkId(id) ? { id } : {};
}

/** The id of a place: `namespace` is of one article and no other, so that articles may share a page. */
export const placeId = (namespace: string, number: number): string => `fn-${namespace}-${number}`;

/** Whether an id is one of the article's own places; without a namespace, none is. */
export function isPlaceId(id: string | undefined, namespace: string | null): boolean {
  return id !== undefined && namespace !== null && id.startsWith(`fn-${namespace}-`) && /-\d{1,4}$/.test(id);
}
