import { parseArgs } from 'node:util';
import { commitItems } from './nightly/commit-items.ts';
import { tellTrouble } from './terminal/job-summary.ts';
import { plain } from './terminal/plain.ts';

const help = `npm run commit -- [--push] [--content DIR]

Commits what was pulled (src/content and nothing else), with counts in the message.

  --push          and pushes it; when somebody else pushed in between, on top of theirs
  --content DIR   where items are stored (src/content)

Exit codes: 0 done, or nothing new; 1 it could not be committed; 2 the options are wrong.
`;

const values = readOptions();
if (values.help) {
  console.log(help);
  process.exit(0);
}

const content = values.content ?? 'src/content';
const result = await commitItems({ repository: process.cwd(), content, push: values.push === true });
switch (result.kind) {
  case 'nothing-new':
    console.log('Nothing new to commit.');
    break;
  case 'committed':
    console.log(
      `Committed ${result.added} new items, ${result.changed} changed${result.pushed ? ', and pushed' : ''}.`,
    );
    break;
  case 'failed':
    console.error(`Not committed: ${plain(result.message)}\n    → ${result.hint}`);
    await tellTrouble('What was pulled could not be committed', `${result.message}\n    → ${result.hint}`);
    process.exitCode = 1;
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        push: { type: 'boolean' },
        content: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
    process.exit(2);
  }
}
