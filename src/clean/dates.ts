import { memoize } from '../text/memoize.ts';
import { timeLabels, times } from './phrases/dates.ts';

/** The rest of a text without times, their labels and punctuation. Null for a text without a time. */
export const besideTimes = memoize((text): string | null => {
  let rest = text;
  for (const time of times.patterns) rest = rest.replace(time, '\ue000');
  if (!rest.includes('\ue000')) return null;
  return rest
    .replace(timeLabels.pattern, ' ')
    .replace(/[\ue000\p{P}\p{S}\s]+/gu, ' ')
    .trim();
});
