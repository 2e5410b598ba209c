import { memoize } from '../text/memoize.ts';
import { timeLabels, times } from './phrases/dates.ts';

/** What remains of a text when times, their labels and punctuation are taken out; null when it names no time. */
export const besideTimes = memoize((text): string | null => {
  let rest = text;
  for (const time of times.patterns) rest = rest.replace(time, '\ue000');
  if (!rest.includes('\ue000')) return null;
  return rest
    .replace(timeLabels.pattern, ' ')
    .replace(/[\ue000\p{P}\p{S}\s]+/gu, ' ')
    .trim();
});
