import { stat } from 'node:fs/promises';
import { withoutPasswords } from '../src/text/without-passwords.ts';
import { requireConfig } from './config/load-config.ts';
import { loadCustomRules } from './custom/load-rules.ts';
import { importCommand } from './import/command.ts';
import { importFolders } from './import/import-folders.ts';
import { importOpml } from './import/import-opml.ts';
import { listArchive } from './import/list-archive.ts';
import { showImportProgress } from './import/progress.ts';
import { archiveReport } from './import/report.ts';
import { issueLines } from './pull/report.ts';
import { runCommand } from './terminal/command.ts';
import { plain } from './terminal/plain.ts';

process.exitCode = await runCommand(importCommand, async (options) => {
  const { path, dryRun } = options;
  const found = await stat(path).catch(() => null);
  if (found === null) return end(2, `There is nothing at ${plain(path)}.`);

  if (found.isFile()) {
    const { text, code } = await importOpml(path, options.config, dryRun);
    return end(code, text);
  }

  const config = await requireConfig(options.config);
  if (config === null) return 2;
  const folders = await listArchive(path);
  if (folders.length === 0) return end(1, `There are no Markdown files in ${plain(path)}.`);

  const custom = await loadCustomRules();
  for (const line of issueLines(custom.issues)) console.error(line);
  const progress = showImportProgress(process.stderr);
  const results = await importFolders({ ...options, ...progress, config, folders, custom });
  progress.end();
  if (results === null)
    return end(1, 'Another program is still writing the paper. Try again when it has ended.');

  console.log(archiveReport(results, path, dryRun));
  return results.some(({ added, present }) => added + present > 0) ? 0 : 1;
});

/** Prints how the import ended, an error on standard error. */
function end(code: number, text: string): number {
  (code === 0 ? console.log : console.error)(withoutPasswords(text));
  return code;
}
