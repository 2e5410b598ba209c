import { describe, expect, test } from 'vitest';
import { repeatedLabels } from './headline-label.ts';
import type { StoryInput } from './story.ts';

function labels(...headlines: [feed: string, title: string][]): string[] {
  return repeatedLabels(headlines.map(([feed, title]) => ({ feed, title }) as StoryInput));
}

describe('the label in front of a headline', () => {
  test('is one when its feed puts it in front of another headline too', () => {
    expect(labels(['haijiao', '读者来信：巷口的樟树'], ['haijiao', '读者来信: 奶奶的拼音'])).toEqual([
      '读者来信',
      '读者来信',
    ]);
    expect(labels(['post', 'Letters | On herons'], ['post', 'Letters | On trams'])).toEqual([
      'Letters',
      'Letters',
    ]);
  });

  test('is none when it stands there once, in another feed, or in the same headline again', () => {
    expect(labels(['haijiao', '渔会：今天不出海'], ['haijiao', '樟树保住了'])).toEqual(['', '']);
    expect(labels(['haijiao', '渔会：今天不出海'], ['beian', '渔会：再等一天'])).toEqual(['', '']);
    expect(labels(['haijiao', '渔会：今天不出海'], ['haijiao', '渔会：今天不出海'])).toEqual(['', '']);
  });

  test('is none without a colon or bar after it', () => {
    expect(labels(['haijiao', '樟树'], ['haijiao', '渡轮'])).toEqual(['', '']);
    expect(labels(['haijiao', '：樟树'], ['haijiao', '：渡轮'])).toEqual(['', '']);
  });
});
