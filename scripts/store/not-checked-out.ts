import { dayFolder, itemAtPath, pathOfItem } from '../../src/store/item-path.ts';
import { filesNotCheckedOut, gitPrints, runGit } from '../git/run-git.ts';

/**
 * Items that are in the repository and, because of a sparse checkout, not on disk. On disk they look like deleted items;
 * Git's index tells the two apart: deleted items are not in it.
 */
export interface ItemsNotCheckedOut {
  /** The day of each, by its name. */
  days: Map<string, string>;
  /** The text of one. @throws with a plain message when a partial clone cannot fetch it */
  read: (name: string, day: string) => Promise<string>;
}

/** The items of `content` that are not checked out; none where all are checked out, or where there is no repository. */
export async function itemsNotCheckedOut(content: string): Promise<ItemsNotCheckedOut> {
  const isSparse = (await gitPrints(content, 'config', '--bool', 'core.sparseCheckout')).trim() === 'true';
  const files = isSparse ? await filesNotCheckedOut(content, 'items') : [];
  if (files === null) throw new Error('Git cannot say which items the sparse checkout leaves out');
  const days = new Map<string, string>();
  for (const file of files) {
    const item = itemAtPath(file.replace(/^items\//, ''));
    if (item) days.set(item.name, item.day);
  }
  const read = async (name: string, day: string) => {
    const { code, out } = await runGit(content, ['show', `:./items/${pathOfItem(name, day)}`]);
    if (code !== 0) throw new Error('its file is not checked out here, and Git could not fetch it');
    return out;
  };
  return { days, read };
}

/** Checks out months (`YYYY-MM`) of items that a sparse checkout leaves out. @throws with a plain message when Git cannot */
export async function checkOutMonths(content: string, months: readonly string[]): Promise<void> {
  if (months.length === 0) return;
  const [root, prefix, cone] = await Promise.all([
    gitPrints(content, 'rev-parse', '--show-toplevel'),
    gitPrints(content, 'rev-parse', '--show-prefix'),
    gitPrints(content, 'config', '--bool', 'core.sparseCheckoutCone'),
  ]);
  const folders = [...new Set(months)].sort().map((month) => `${prefix.trim()}items/${dayFolder(month)}`);
  const patterns = cone.trim() === 'true' ? folders : folders.map((folder) => `/${folder}/`);
  const { code, err } = await runGit(root.trim(), ['sparse-checkout', 'add', ...patterns]);
  if (code !== 0) throw new Error(`Git could not check out ${months.join(', ')}: ${err.trim()}`);
}
