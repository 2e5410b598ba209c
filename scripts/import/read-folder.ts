import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import pLimit from 'p-limit';
import { type ArchivedArticle, readArticle } from '../../src/archive/article.ts';
import { type DatedArticle, inOrder } from '../../src/archive/order.ts';
import type { ArchiveFolder } from './list-archive.ts';

/** An article, with its file. */
export interface FiledArticle extends ArchivedArticle {
  file: string;
}

/** A file that is left out, and the reason in plain words. */
export interface Skipped {
  file: string;
  reason: string;
}

export interface ReadFolder {
  /** Oldest first. */
  articles: DatedArticle<FiledArticle>[];
  skipped: Skipped[];
}

/** How many files are read at the same time. */
const atOnce = 32;

/** Reads the articles of one folder. `timeZone` is for dates without a zone. A file that cannot be read is skipped. */
export async function readFolder(folder: ArchiveFolder, timeZone: string, now: Date): Promise<ReadFolder> {
  const limit = pLimit(atOnce);
  const read = await Promise.all(folder.files.map((file) => limit(() => readOne(file, timeZone))));
  const articles = read.filter((result) => 'item' in result);
  const skipped = read.filter((result) => 'reason' in result);
  const { dated, undated } = inOrder(articles, now);
  const dateless = undated.map(({ file }) => ({
    file,
    reason: 'it has no date in the past, and no number that would give its place among the others',
  }));
  return { articles: dated, skipped: [...skipped, ...dateless] };
}

async function readOne(file: string, timeZone: string): Promise<FiledArticle | Skipped> {
  try {
    const article = readArticle(await readFile(file, 'utf8'), basename(file), timeZone);
    return 'problem' in article ? { file, reason: article.problem } : { ...article, file };
  } catch (error) {
    return { file, reason: `it cannot be read (${error instanceof Error ? error.message : String(error)})` };
  }
}
