import { setTimeout as wait } from 'node:timers/promises';
import { newEntries } from '../src/archive/add-feeds.ts';
import { readPasted } from '../src/archive/pasted-address.ts';
import { addCommand } from './add/command.ts';
import { addedRequest, candidatesOf, findFeed } from './add/find-feed.ts';
import { addedWords, foundWords, nothingWords } from './add/report.ts';
import { addEntries, openList } from './config/add-entries.ts';
import { fetchDocument } from './fetch/document.ts';
import { runCommand } from './terminal/command.ts';
import { plain } from './terminal/plain.ts';

/** A site is asked for several addresses, one after the other. */
const gapMs = 500;

process.exitCode = await runCommand(addCommand, async ({ address, config: file, dryRun }) => {
  const list = await openList(file, 'site:\n  title: Broadsheet\n');
  if ('problems' in list) return end(2, list.problems);
  const pasted = readPasted(address);
  if (pasted === null)
    return end(
      2,
      `“${plain(address)}” is no address. Paste one that begins with https://, or a name like @name@host.`,
    );

  const allowPrivateHosts = list.config?.pull.allowPrivateHosts ?? [];
  const candidates = candidatesOf(pasted, allowPrivateHosts);
  if (candidates.length === 0) return end(1, nothingWords(pasted, { problem: null, hint: null }));

  console.log('Looking for its feed …');
  const found = await findFeed(candidates, async (url) => {
    await wait(gapMs);
    return fetchDocument(addedRequest(url, allowPrivateHosts));
  });
  if ('problem' in found) return end(1, nothingWords(pasted, found));

  console.log(`\n${foundWords(found)}\n`);
  const feed = { title: found.info.title, url: found.url, folders: [], language: null };
  const entries = newEntries([feed], list.feeds);
  const problem = await addEntries(list, entries, dryRun);
  return problem === null ? end(0, addedWords(entries, file, dryRun)) : end(2, problem);
});

/** Prints how the command ended, an error on standard error. */
function end(code: number, text: string): number {
  (code === 0 ? console.log : console.error)(text);
  return code;
}
