import { itemAtPath } from '../../src/store/item-path.ts';
import { gitPrints } from '../git/run-git.ts';

/** The day under which each item lay that Git knows and the content folder may have lost, by its name. */
export type EarlierDays = ReadonlyMap<string, string>;

/**
 * What Git knows of items that are not on disk: files that were deleted and not committed, commits that the branch has
 * left behind, and, with `committed`, deletions in its history. So a paper that was restored from a backup puts each
 * article where it lay, and its address stays. Empty without a repository.
 */
export async function earlierDays(
  content: string,
  { committed }: { committed: boolean },
): Promise<EarlierDays> {
  const log = ['log', '--format=', '--name-only', '--no-renames', '-z'];
  const lists = await Promise.all([
    committed ? gitPrints(content, ...log, '--relative', '--diff-filter=D', 'HEAD', '--', 'items') : '',
    gitPrints(
      content,
      ...log,
      '--relative',
      '--diff-filter=A',
      '--all',
      '--reflog',
      '--not',
      'HEAD',
      '--',
      'items',
    ),
    gitPrints(content, 'ls-files', '--deleted', '-z', '--', 'items'),
  ]);
  const days = new Map<string, string>();
  // The later lists win: they are nearer to what was there last. Within a list of Git, the latest commit comes first.
  for (const list of lists)
    for (const file of list.split('\0').reverse()) {
      const item = itemAtPath(file.trim().replace(/^items\//, ''));
      if (item !== null) days.set(item.name, item.day);
    }
  return days;
}
