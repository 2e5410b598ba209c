import { withoutPasswords } from '../../src/text/without-passwords.ts';
import { addToSummary, annotate } from '../terminal/job-summary.ts';
import { plainJson } from '../terminal/plain.ts';
import type { PictureReport } from './pictures/report.ts';
import { pictureLines } from './pictures/report.ts';
import { annotations, issueLines, jobSummary, type PullReport, summaryLine } from './report.ts';

/** Shows what a pull did: on standard output as text or JSON, and on GitHub in the summary and beside the run. */
export async function showReport(
  report: PullReport,
  pictures: PictureReport | null,
  json: boolean,
): Promise<void> {
  const lines = pictureLines(pictures);
  const words = [...issueLines(report.issues), summaryLine(report), ...lines].join('\n');
  console.log(json ? withoutPasswords(plainJson({ ...report, pictures })) : words);
  await addToSummary([jobSummary(report), ...lines, ''].join('\n'));
  annotate(annotations(report));
}
