import { stat } from 'node:fs/promises';
import { loadConfig } from './config/load-config.ts';
import { loadCustomRules } from './custom/load-rules.ts';
import { importFolders } from './import/import-folders.ts';
import { importOpml } from './import/import-opml.ts';
import { listArchive } from './import/list-archive.ts';
import { importHelp, readImportOptions } from './import/options.ts';
import { showImportProgress } from './import/progress.ts';
import { archiveReport } from './import/report.ts';
import { issueLines } from './pull/report.ts';
import { plain } from './terminal/plain.ts';

const options = readImportOptions(process.argv.slice(2), process.env);
if ('help' in options) {
  console.log(importHelp);
  process.exit(0);
}
if ('problem' in options) {
  console.error(`${plain(options.problem)}\n\n${importHelp}`);
  process.exit(2);
}

const found = await stat(options.path).catch(() => null);
if (found === null) {
  console.error(`There is nothing at ${plain(options.path)}.`);
  process.exit(2);
}

if (found.isFile()) {
  const { text, code } = await importOpml(options.path, options.config, options.dryRun);
  (code === 0 ? console.log : console.error)(text);
  process.exit(code);
}

const { config, problems } = await loadConfig(options.config);
if (config === null) {
  console.error(problems);
  process.exit(2);
}

const folders = await listArchive(options.path);
if (folders.length === 0) {
  console.error(`There are no Markdown files in ${plain(options.path)}.`);
  process.exit(1);
}

const custom = await loadCustomRules();
for (const line of issueLines(custom.issues)) console.error(line);

const progress = showImportProgress(process.stderr);
const results = await importFolders({
  ...options,
  ...progress,
  config,
  folders,
  custom,
  onWait: (message) => console.error(message),
});
progress.end();

if (results === null) {
  console.error('Something else is writing the paper and did not end. Try again when it has.');
  process.exit(1);
}
console.log(archiveReport(results, options.path, options.dryRun));
process.exitCode = results.some(({ added, present }) => added + present > 0) ? 0 : 1;
