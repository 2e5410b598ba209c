/** The path of an item's file below `items/`: `YYYY/MM/DD/<feed-id>-<12 hex>.md`. */
const itemPath = /^(\d{4})\/(\d{2})\/(\d{2})\/([a-z0-9-]+)\.md$/;

/** The path of an item's file below `items/`, with forward slashes. */
export function pathOfItem(name: string, day: string): string {
  return `${dayFolder(day)}/${name}.md`;
}

/** The day (`YYYY-MM-DD`) and name of the item at a path below `items/`; null for the path of another file. */
export function itemAtPath(path: string): { day: string; name: string } | null {
  const [, year, month, day, name] = itemPath.exec(path.replaceAll('\\', '/')) ?? [];
  return name === undefined ? null : { day: `${year}-${month}-${day}`, name };
}

/** The folder of a day or month below `items/` and on the site: `2026/11/22`, `2026/11`. */
export function dayFolder(dayOrMonth: string): string {
  return dayOrMonth.replaceAll('-', '/');
}
