/** Ends a command with exit code 1. Its message and hint are for the owner: what happened, and what to do. */
export class Stopped extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

/** Whether an error says that there is no room left, on the disk or in a quota. */
export function isFull(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'ENOSPC' || code === 'EDQUOT';
}

export const roomHint = 'make room and run it again: nothing was replaced by half of a file';

/** The words for an error that ends a command; null for one that is a mistake in the program. */
export function stopOf(error: unknown): Stopped | null {
  if (error instanceof Stopped) return error;
  return isFull(error) ? new Stopped('the disk is full', roomHint) : null;
}
