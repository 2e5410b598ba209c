import Parser from 'rss-parser';
import { learn } from '../../../src/clean/boilerplate/learn.ts';
import { cleanItem, rawBody } from '../../../src/clean/clean-item.ts';
import { newStoredItem } from '../../../src/digest/item-record.ts';
import { decode } from '../../../src/feed/decode.ts';
import { normalise } from '../../../src/feed/normalise.ts';
import { parse } from '../../../src/feed/parse.ts';
import { EMPTY } from '../../../src/feed/raw-element.ts';
import { repair } from '../../../src/feed/repair.ts';
import { formatItemFile } from '../../../src/store/item-file.ts';
import { feedXml } from '../invented/feed.ts';

/**
 * A separate program: runs documents through every stage and, in turns, through rss-parser alone. Prints the processor
 * time of each stage in milliseconds, one number a round. Other programs on the machine hardly change these.
 */

const [feeds = 20, itemsEach = 25, rounds = 5] = process.argv.slice(2).map(Number);
const documents = Array.from({ length: feeds }, (_, number) =>
  Buffer.from(feedXml(number, itemsEach, itemsEach)),
);
const facts = { contentType: 'application/xml; charset=utf-8', base: 'https://bench.example/feed.xml' };

/** Milliseconds of each stage in one round. */
type Round = Record<string, number>;

async function bare(): Promise<Round> {
  const round: Round = {};
  const parser = new Parser({ defaultRSS: 2 });
  const utf8 = new TextDecoder();
  for (const document of documents)
    await timed(round, 'rss-parser', () => parser.parseString(utf8.decode(document)));
  return round;
}

async function ours(): Promise<Round> {
  const round: Round = {};
  for (const [number, document] of documents.entries()) {
    const feed = { id: `feed-${number}`, remove: [], keep: [], keepWords: [] };
    const { text } = await timed(round, 'decode', () => decode(document, facts.contentType));
    const repaired = await timed(round, 'repair', () => repair(text.trim(), facts.base));
    const parts = await timed(round, 'parse', () => Array.fromAsync(parse(repaired)));
    const raw = { feed: parts[0]?.feed ?? EMPTY, entries: parts.flatMap(({ entries }) => entries) };
    const { items } = await timed(round, 'normalise', () => normalise(raw, { ...facts, feed: feed.id }));
    if (items.length !== itemsEach) throw new Error(`${items.length} items of ${itemsEach}`);
    const lessons = items.map((item) => ({ id: item.id, html: rawBody(item), title: item.title }));
    const learned = await timed(round, 'learn', () => learn(null, lessons));
    const cleaned = await timed(round, 'clean', () => items.map((item) => cleanItem(item, feed, learned)));
    await timed(round, 'format', () =>
      items.map((item, index) => {
        const made = cleaned[index];
        return (
          made && formatItemFile(newStoredItem(feed.id, item, made, '2024-01-02T00:00:00.000Z'), made.body)
        );
      }),
    );
  }
  return round;
}

async function timed<Result>(round: Round, stage: string, run: () => Result): Promise<Awaited<Result>> {
  const started = process.threadCpuUsage();
  const result = await run();
  const { user, system } = process.threadCpuUsage(started);
  round[stage] = (round[stage] ?? 0) + (user + system) / 1000;
  return result;
}

const all: Record<string, number[]> = {};
for (let round = 0; round < rounds; round += 1) {
  for (const [stage, time] of Object.entries({ ...(await bare()), ...(await ours()) })) {
    all[stage] = [...(all[stage] ?? []), time];
  }
}
process.stdout.write(JSON.stringify(all));
