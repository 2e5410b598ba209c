import { groupStories } from '../../../src/digest/stories/group.ts';
import { storySignature } from '../../../src/digest/stories/signature.ts';
import type { StoryInput } from '../../../src/digest/stories/story.ts';
import { inventArticle, outlet } from '../invented/article.ts';

/**
 * A program of its own: groups so many invented items of one day, again and again. Prints how many stories they
 * make and the milliseconds of processor time of each round.
 */

const [items = 2000, rounds = 5] = process.argv.slice(2).map(Number);
const perFeed = 50;
const feeds = Math.max(1, Math.round(items / perFeed));
const day = Array.from({ length: items }, (_, number) => inventItem(number));

function inventItem(number: number): StoryInput {
  const feed = outlet(number % feeds);
  const { title, link, paragraphs, publishedAt } = inventArticle(feed, Math.floor(number / feeds), perFeed);
  const text = paragraphs.join('\n');
  return {
    name: `${feed.id}-${number}`,
    feed: feed.id,
    day: publishedAt.slice(0, 10),
    title,
    language: feed.voice.language,
    excerpt: text.slice(0, 160),
    signature: storySignature(title, text, feed.voice.language),
    link,
    publishedAt,
    firstSeenAt: publishedAt,
  };
}

const times: number[] = [];
let stories = 0;
for (let round = 0; round < rounds; round += 1) {
  const started = process.cpuUsage();
  stories = groupStories(day).length;
  const { user, system } = process.cpuUsage(started);
  times.push((user + system) / 1000);
}
process.stdout.write(JSON.stringify({ stories, times }));
