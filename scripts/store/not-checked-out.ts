import { itemAtPath, pathOfItem } from '../../src/store/item-path.ts';
import { filesNotCheckedOut, gitPrints, runGit } from '../git/run-git.ts';

/**
 * Items that the repository has and a sparse checkout leaves out. On disk they look like items that somebody took
 * out by hand; Git's index tells the two apart: what was taken out is not in it.
 */
export interface ItemsNotCheckedOut {
  /** The day of each, by name. */
  days: Map<string, string>;
  /** The text of one. @throws in plain words when a partial clone cannot fetch it, for want of a network or of a right */
  read: (name: string, day: string) => Promise<string>;
}

/** What the checkout that `content` lies in leaves out: nothing when all is checked out, or when it is in none. */
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
