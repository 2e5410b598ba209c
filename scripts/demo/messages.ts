import type { PullReport } from '../pull/report.ts';

export function portTaken(port: number): string {
  return `Port ${port} is taken, perhaps by another demo.\n    → End that program and try again.`;
}

export function nextSteps({ feeds }: PullReport, port: number): string {
  const items = feeds.reduce((sum, feed) => sum + feed.added, 0);
  const sources = feeds.filter(({ added }) => added > 0).length;
  return `
The newspaper is in dist/: ${items} articles from ${sources} invented sources. (One more source fails on purpose.)

  Look at it:       npm run preview       then open http://127.0.0.1:${port}/
  Its feed:         http://127.0.0.1:${port}/rss.xml
  One article:      .demo/content/items/2026/11/…

Make it yours: put your feeds into digest.yaml, then

  npm run build     pulls them and builds your newspaper into dist/
`;
}
