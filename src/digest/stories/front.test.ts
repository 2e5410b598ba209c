import { describe, expect, test } from 'vitest';
import { groupStories } from './group.ts';
import { storySignature } from './signature.ts';
import type { StoryInput } from './story.ts';

const texts = [
  'Marta Vane won the Port Ellery vote for mayor on Tuesday with 52 per cent, ahead of Oskar Dunmore, after weeks of debate about tram fares and the swing bridge.',
  'Tram fares decided it: in Port Ellery, Oskar Dunmore conceded that Vane will be mayor. Turnout reached 61 per cent at 40 polling places, more than four years ago.',
  'At the harbour they say Vane listened. The vote in Port Ellery for a mayor turned on the swing bridge, says a barge captain, and Dunmore never came by.',
  'Vane thanked the voters of Port Ellery, praised Dunmore for a fair race, and promised as mayor to mend the swing bridge within a year and to keep tram fares low.',
];

/** The headlines of one story told by a feed each, at these hours of a day; answers the one in front. */
function front(...tellings: [hour: number, title: string][]): string | undefined {
  const items = tellings.map(([hour, title], index): StoryInput => {
    const at = `2031-03-04T${String(hour).padStart(2, '0')}:00:00.000Z`;
    return {
      name: `feed${index}-a`,
      feed: `feed${index}`,
      day: '2031-03-04',
      title,
      language: 'en',
      excerpt: texts[index] ?? '',
      signature: storySignature(title, texts[index] ?? '', 'en'),
      link: null,
      publishedAt: at,
      firstSeenAt: at,
    };
  });
  const [story, ...others] = groupStories(items);
  expect(others).toEqual([]);
  return items.find(({ name }) => name === story?.members[0])?.title;
}

describe('the article in front of a story', () => {
  test('tells the outcome, not the preview or the count', () => {
    expect(
      front(
        [6, 'Port Ellery set to vote for mayor: Vane or Dunmore'],
        [18, 'Exit poll puts Vane ahead of Dunmore in Port Ellery'],
        [21, 'Marta Vane elected mayor of Port Ellery'],
      ),
    ).toBe('Marta Vane elected mayor of Port Ellery');
  });

  test('tells the count where the outcome is not known yet', () => {
    expect(
      front(
        [6, 'Port Ellery set to vote for mayor: Vane or Dunmore'],
        [18, 'Exit poll puts Vane ahead of Dunmore in Port Ellery'],
      ),
    ).toBe('Exit poll puts Vane ahead of Dunmore in Port Ellery');
  });

  test('is news, not commentary, a quotation or a statement in full', () => {
    expect(
      front(
        [21, 'Vane elected mayor of Port Ellery'],
        [22, 'Why Port Ellery chose Vane over Dunmore'],
        [22, '“The bridge comes first”: Vane, mayor of Port Ellery'],
        [23, 'Full text: Vane, mayor of Port Ellery, after the count'],
      ),
    ).toBe('Vane elected mayor of Port Ellery');
  });

  test('is commentary where there is nothing else', () => {
    expect(front([22, 'Why Port Ellery chose Vane over Dunmore'])).toBe(
      'Why Port Ellery chose Vane over Dunmore',
    );
  });

  test('is the newer of two that tell as much', () => {
    expect(
      front([8, 'Port Ellery mayor Vane sworn in'], [20, 'Port Ellery mayor Vane sworn in at noon']),
    ).toBe('Port Ellery mayor Vane sworn in at noon');
  });
});
