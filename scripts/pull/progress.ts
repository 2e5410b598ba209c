import type { FeedConfig } from '../../src/config/schema.ts';
import { type FeedResult, feedLines } from './report.ts';

export interface Progress {
  onFeed: (result: FeedResult, done: number, all: number) => void;
  end: () => void;
}

interface Terminal {
  isTTY?: boolean | undefined;
  write: (text: string) => unknown;
}

/**
 * Prints a line a feed, in the order of the configuration however long each takes; on a terminal also a last
 * line that says how many are done.
 */
export function showProgress(feeds: readonly FeedConfig[], terminal: Terminal): Progress {
  const width = Math.max(...feeds.map(({ id }) => id.length));
  const eraseLine = terminal.isTTY ? '\r\u001b[2K' : '';
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
      const rest = terminal.isTTY && done < all ? `${bar(done, all)} ${done} of ${all} feeds` : '';
      terminal.write(`${eraseLine}${readyLines()}${rest}`);
    },
    end: () => terminal.write(eraseLine),
  };
}

function bar(done: number, all: number): string {
  const filled = Math.round((20 * done) / all);
  return `${'█'.repeat(filled)}${'░'.repeat(20 - filled)}`;
}
