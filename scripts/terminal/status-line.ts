/** What a progress is shown on: `process.stderr`, or `process.stdout`. */
export interface Terminal {
  isTTY?: boolean | undefined;
  write: (text: string) => unknown;
}

/** The last line of a terminal, which changes while a program works. */
export interface StatusLine {
  /** Prints lines for good, each ending in a line feed, and the status below them; '' for none. */
  show: (lines: string, status: string) => void;
  /** Erases the status. */
  end: () => void;
}

/** Where the output is no terminal, the lines are printed and the status is not. */
export function openStatusLine(terminal: Terminal): StatusLine {
  const erase = terminal.isTTY ? '\r\u001b[2K' : '';
  return {
    show: (lines, status) => terminal.write(`${erase}${lines}${terminal.isTTY ? status : ''}`),
    end: () => terminal.write(erase),
  };
}

/** `█████░░░░░░░░░░░░░░░`, filled as far as `done` of `all`. */
export function bar(done: number, all: number): string {
  const filled = Math.round((20 * done) / all);
  return `${'█'.repeat(filled)}${'░'.repeat(20 - filled)}`;
}
