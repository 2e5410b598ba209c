import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The tree id that Git gives a folder: equal ids, equal content. Source: "Git Objects" in Pro Git,
 * https://git-scm.com/book/en/v2/Git-Internals-Git-Objects.
 */

/** The tree id of a folder of files and of every folder below it, by path; '' is the folder itself. */
export async function treeIds(folder: string): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  await addTree(folder, '', ids);
  return ids;
}

interface Entry {
  mode: '100644' | '40000';
  name: string;
  id: Buffer;
}

async function addTree(folder: string, path: string, ids: Map<string, string>): Promise<Buffer> {
  const entries: Entry[] = [];
  for (const file of await readdir(join(folder, path), { withFileTypes: true })) {
    const { name } = file;
    const below = path === '' ? name : `${path}/${name}`;
    if (file.isDirectory()) entries.push({ mode: '40000', name, id: await addTree(folder, below, ids) });
    // Half-written files of a killed pull do not belong to the store.
    else if (file.isFile() && !/\.\d+$/.test(name))
      entries.push({ mode: '100644', name, id: objectId('blob', await readFile(join(folder, below))) });
  }
  const filled = entries.filter(({ mode, id }) => mode === '100644' || !id.equals(emptyTree));
  const id = objectId('tree', Buffer.concat(filled.sort(inTreeOrder).map(lineOf)));
  ids.set(path, id.toString('hex'));
  return id;
}

function objectId(kind: 'blob' | 'tree', content: Buffer): Buffer {
  return createHash('sha1').update(`${kind} ${content.length}\0`).update(content).digest();
}

const emptyTree = objectId('tree', Buffer.alloc(0));

/** By name, a folder as if its name ended in a slash. */
function inTreeOrder(a: Entry, b: Entry): number {
  return Buffer.compare(sortKey(a), sortKey(b));
}

function sortKey({ mode, name }: Entry): Buffer {
  return Buffer.from(mode === '40000' ? `${name}/` : name);
}

function lineOf({ mode, name, id }: Entry): Buffer {
  return Buffer.concat([Buffer.from(`${mode} ${name}\0`), id]);
}
