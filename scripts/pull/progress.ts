import type { FeedConfig } from '../../src/config/schema.ts';
import { bar, openStatusLine, type Terminal } from '../terminal/status-line.ts';
import { type FeedResult, feedLines } from './report.ts';

export interface Progress {
  onFeed: (result: FeedResult, done: number, all: number) => void;
  onWait: (message: string) => void;
  end: () => void;
}

/**
 * Prints a line for each feed, in the order of the configuration; on a terminal also a last line that says how many are
 * done.
 */
export function showProgress(feeds: readonly FeedConfig[], terminal: Terminal): Progress {
  const width = Math.max(...feeds.map(({ id }) => id.length));
  const statusLine = openStatusLine(terminal);
  const waiting = new Map<string, FeedResult>();
  const toPrint = feeds.map(({ id }) => id);
  const readyLines = () => {
    const lines: string[] = [];
    for (let next = waiting.get(toPrint[0] ?? ''); next; next = waiting.get(toPrint[0] ?? '')) {
      lines.push(...feedLines(next, width));
      toPrint.shift();
    }
    return lines.map((line) => `${line}\n`).join('');
  };
  return {
    onFeed: (result, done, all) => {
      waiting.set(result.feed, result);
      statusLine.show(readyLines(), done < all ? `${bar(done, all)} ${done} of ${all} feeds` : '');
    },
    onWait: (message) => console.error(message),
    end: statusLine.end,
  };
}
