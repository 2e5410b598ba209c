import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type ForgottenItems,
  forgottenFile,
  formatForgotten,
  parseForgotten,
} from '../../src/store/forgotten-items.ts';
import { readIfExists } from './read-if-exists.ts';
import { writeWhole } from './write-whole.ts';

/** The items that were removed for good. */
export async function readForgotten(content: string): Promise<ForgottenItems> {
  return parseForgotten((await readIfExists(join(content, forgottenFile))) ?? '');
}

export async function writeForgotten(content: string, names: ForgottenItems): Promise<void> {
  await mkdir(content, { recursive: true });
  await writeWhole(join(content, forgottenFile), formatForgotten(names));
}
