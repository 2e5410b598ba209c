interface Terminal {
  isTTY?: boolean | undefined;
  write: (text: string) => unknown;
}

/** Shows how far an import is: one changing line on a terminal, elsewhere a line every thousand articles. */
export function showImportProgress(terminal: Terminal): {
  onProgress: (done: number, all: number) => void;
  end: () => void;
} {
  let shown = -1;
  return {
    onProgress: (done, all) => {
      const percent = Math.floor((100 * done) / all);
      if (terminal.isTTY && percent !== shown)
        terminal.write(`\r\u001b[2K${done} of ${all} articles (${percent} %)`);
      if (!terminal.isTTY && done % 1000 === 0) terminal.write(`${done} of ${all} articles\n`);
      shown = percent;
    },
    end: () => terminal.isTTY && terminal.write('\r\u001b[2K'),
  };
}
