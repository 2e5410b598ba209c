import { describe, expect, test } from 'vitest';
import { repeatedLabels } from './headline-label.ts';
import type { StoryInput } from './story.ts';

function labels(...headlines: [feed: string, title: string][]): string[][] {
  return repeatedLabels(headlines.map(([feed, title]) => ({ feed, title }) as StoryInput));
}

describe('the labels of a headline', () => {
  test('are what its feed puts in front of another headline too', () => {
    expect(labels(['haijiao', '读者来信：巷口的樟树'], ['haijiao', '读者来信: 奶奶的拼音'])).toEqual([
      ['读者来信'],
      ['读者来信'],
    ]);
    expect(labels(['post', 'Letters | On herons'], ['post', 'Letters | On trams'])).toEqual([
      ['Letters'],
      ['Letters'],
    ]);
  });

  test('are what its feed puts behind another headline, or in brackets', () => {
    expect(labels(['post', 'On herons – Letters'], ['post', 'On trams – Letters'])).toEqual([
      ['Letters'],
      ['Letters'],
    ]);
    expect(labels(['haijiao', '【民议】巷口的樟树'], ['haijiao', '【民议】奶奶的拼音'])).toEqual([
      ['民议'],
      ['民议'],
    ]);
  });

  test('are none when it stands there once, in another feed, or in the same headline again', () => {
    expect(labels(['haijiao', '渔会：今天不出海'], ['haijiao', '樟树保住了'])).toEqual([[], []]);
    expect(labels(['haijiao', '渔会：今天不出海'], ['beian', '渔会：再等一天'])).toEqual([[], []]);
    expect(labels(['haijiao', '渔会：今天不出海'], ['haijiao', '渔会：今天不出海'])).toEqual([[], []]);
  });

  test('are none without a colon or bar after it', () => {
    expect(labels(['haijiao', '樟树'], ['haijiao', '渡轮'])).toEqual([[], []]);
    expect(labels(['haijiao', '：樟树'], ['haijiao', '：渡轮'])).toEqual([[], []]);
  });
});
