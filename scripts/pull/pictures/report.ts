/** What a pull did with the copies of pictures. */
export interface PictureReport {
  /** New copies. */
  added: number;
  /** All copies, the new ones included. */
  kept: number;
  /** Pictures that were not asked for before the deadline. */
  waiting: number;
  /** Pictures that could not be copied, by reason. */
  misses: [reason: string, count: number][];
}

/** One line for all pictures; none when no feed wants copies. */
export function pictureLines(report: PictureReport | null): string[] {
  if (report === null) return [];
  const { added, kept, waiting, misses } = report;
  const missing = misses.reduce((sum, [, count]) => sum + count, 0);
  const reasons = misses.map(([reason, count]) => `${count} ${reason}`).join(', ');
  const parts = [
    `${added} new, ${kept} kept`,
    missing > 0 ? `${missing} shown from their source (${reasons})` : '',
    waiting > 0 ? `${waiting} wait for the next pull` : '',
  ];
  return [`Pictures: ${parts.filter((part) => part !== '').join('; ')}.`];
}
