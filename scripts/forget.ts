import { requireConfig } from './config/load-config.ts';
import { forgetCommand } from './forget/command.ts';
import { forgetFeeds } from './forget/forget-feeds.ts';
import { forgetReport, unknownFeeds } from './forget/report.ts';
import { runCommand } from './terminal/command.ts';
import { plain } from './terminal/plain.ts';

process.exitCode = await runCommand(forgetCommand, async (options) => {
  const config = await requireConfig(options.config);
  if (config === null) return 2;

  const result = await forgetFeeds({
    ...options,
    onWait: (pid) => console.error(`Another program (process ${pid}) is writing; waiting for it to end.`),
  });
  if (result.kind === 'locked') {
    console.error('Another program is still writing the paper. Try again when it has ended.');
    return 1;
  }
  if (result.kind === 'unknown') {
    console.error(plain(unknownFeeds(result)));
    return 1;
  }
  console.log(forgetReport(result, config, options.dryRun));
  return 0;
});
