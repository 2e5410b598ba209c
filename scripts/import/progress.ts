import { openStatusLine, type Terminal } from '../terminal/status-line.ts';

export interface ImportProgress {
  onProgress: (done: number, all: number) => void;
  onWait: (message: string) => void;
  end: () => void;
}

/** Shows how far an import is: one changing line on a terminal, elsewhere a line every thousand articles. */
export function showImportProgress(terminal: Terminal): ImportProgress {
  const statusLine = openStatusLine(terminal);
  let shown = -1;
  return {
    onProgress: (done, all) => {
      const percent = Math.floor((100 * done) / all);
      const status = `${done} of ${all} articles`;
      if (!terminal.isTTY && done % 1000 === 0) statusLine.show(`${status}\n`, '');
      if (terminal.isTTY && percent !== shown) statusLine.show('', `${status} (${percent} %)`);
      shown = percent;
    },
    onWait: (message) => console.error(message),
    end: statusLine.end,
  };
}
