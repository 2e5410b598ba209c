import { describe, expect, test } from 'vitest';
import { newFeedState } from '../../store/feed-state.ts';
import type { Outage } from '../../store/outages.ts';
import { statusEntries } from './status.ts';
import { testContext, wireConfig } from './test-feeds.ts';

const context = {
  ...testContext(),
  nameOf: (feed: string) => feed.toUpperCase(),
  words: {
    down: (name: string) => `Out of reach: ${name}`,
    back: (name: string) => `Back: ${name}`,
    retired: (name: string) => `Closed: ${name}`,
    causes: { notFound: '这个地址上没有东西。' },
  },
};
const failure = {
  since: '2026-11-21T22:30:00.000Z',
  count: 1,
  code: 'timeout',
  message: 'wire.example did not answer <in time>',
  hint: 'Nothing to do: it is tried again.',
};
const outage: Outage = {
  since: '2026-11-02T22:30:00.000Z',
  until: '2026-11-05T22:30:00.000Z',
  code: 'dns',
  message: 'no such host',
  hint: 'Look for its new address.',
};
const state = (feed: string) => newFeedState(feed, 'https://x.example/');

describe('the feed on the state of the sources', () => {
  test('is empty while no source fails', () => {
    expect(statusEntries([state('wire'), state('hills')], context)).toEqual([]);
  });

  test('reports a source that fails, since when, why, and what to do', () => {
    const [entry] = statusEntries([{ ...state('wire'), failure }], context);
    expect(entry).toMatchObject({
      title: 'Out of reach: WIRE',
      publishedAt: failure.since,
      link: 'https://name.github.io/paper/sources/wire/',
      html: [
        '<p><a href="https://name.github.io/paper/sources/wire/">WIRE</a></p>',
        '<p lang="en">wire.example did not answer &lt;in time&gt;</p>',
        '<p lang="en">Nothing to do: it is tried again.</p>',
      ].join('\n'),
    });
  });

  test('explains the failure in the language of the paper first, if it has a sentence for it', () => {
    const [, entry] = statusEntries([{ ...state('wire'), outages: [outage] }], context);
    expect(entry?.summary).toBe('这个地址上没有东西。');
    expect(entry?.html).toContain('<p>这个地址上没有东西。</p>\n<p lang="en">no such host</p>');
  });

  test('reports a failure once, however many pulls fail after the first', () => {
    const later = { ...failure, count: 9 };
    expect(statusEntries([{ ...state('wire'), failure: later }], context)).toEqual(
      statusEntries([{ ...state('wire'), failure }], context),
    );
  });

  test('reports that a source answers again, and keeps the entry of its failure under the same guid', () => {
    const during = statusEntries(
      [{ ...state('wire'), failure: { ...outage, count: 3, code: 'dns' } }],
      context,
    );
    const after = statusEntries([{ ...state('wire'), outages: [outage] }], context);
    expect(after.map(({ title, publishedAt }) => [title, publishedAt])).toEqual([
      ['Back: WIRE', outage.until],
      ['Out of reach: WIRE', outage.since],
    ]);
    expect(after[1]).toEqual(during[0]);
    expect(after[0]?.guid).not.toBe(after[1]?.guid);
  });

  test('reports a source that its publisher has closed', () => {
    const [entry] = statusEntries([{ ...state('wire'), failure, retired: true }], context);
    expect(entry?.title).toBe('Closed: WIRE');
  });

  test('leaves out sources that are disabled or have left the configuration', () => {
    const off = { ...context, config: wireConfig('', ', enabled: false') };
    const states = ['hills', 'left'].map((feed) => ({ ...state(feed), failure }));
    expect(statusEntries(states, off)).toEqual([]);
  });

  test('lists the latest first; entries of one instant by the name of the feed', () => {
    const states = ['wire', 'hills'].map((feed) => ({ ...state(feed), failure, outages: [outage] }));
    const titles = statusEntries(states, context).map(({ title }) => title);
    expect(titles).toEqual(statusEntries(states.toReversed(), context).map(({ title }) => title));
    expect(titles.slice(0, 3)).toEqual(['Out of reach: HILLS', 'Out of reach: WIRE', 'Back: HILLS']);
  });
});
