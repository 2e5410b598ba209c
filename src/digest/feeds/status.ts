import { type Config, isPulled } from '../../config/schema.ts';
import type { FeedState } from '../../store/feed-state.ts';
import type { Outage } from '../../store/outages.ts';
import { compareText } from '../../text/compare.ts';
import { type Cause, causeOf } from '../cause.ts';
import { guidOf } from '../guid.ts';
import type { Permalinks } from '../permalink.ts';
import type { FeedEntry } from './entry.ts';
import { linkHtml } from './entry-html.ts';
import { inertText, xmlEscape, xmlText } from './xml-text.ts';

/** What is needed to make the entries on the state of the sources. */
export interface StatusContext {
  config: Config;
  links: Permalinks;
  nameOf: (feed: string) => string;
  words: {
    down: (name: string) => string;
    back: (name: string) => string;
    retired: (name: string) => string;
    /** What is wrong and what to do, in the language of the paper. */
    causes: Partial<Record<Cause, string>>;
  };
}

/** The fields of a feed's state that are read here. */
type Remembered = Pick<FeedState, 'feed' | 'failure' | 'retired'> & { outages?: readonly Outage[] };

/** Something that happened to a source. */
interface Turn {
  kind: 'down' | 'back' | 'retired';
  feed: string;
  at: string;
  /** What went wrong and what to do, when something did. */
  failure: { code?: string | undefined; message: string; hint: string } | null;
}

/**
 * One entry for each time a source stopped answering, answered again or was closed by its publisher, newest first. They
 * come from the stored states of the feeds; feeds that are not pulled are left out.
 */
export function statusEntries(states: readonly Remembered[], context: StatusContext): FeedEntry[] {
  const pulled = new Set(context.config.feeds.filter(isPulled).map(({ id }) => id));
  return states
    .filter(({ feed }) => pulled.has(feed))
    .flatMap(turnsOf)
    .sort((a, b) => compareText(b.at, a.at) || compareText(a.feed, b.feed) || compareText(a.kind, b.kind))
    .map((turn) => turnEntry(turn, context));
}

function turnsOf({ feed, failure, retired, outages = [] }: Remembered): Turn[] {
  const past = outages.flatMap(({ since, until, ...what }): Turn[] => [
    { kind: 'down', feed, at: since, failure: what },
    { kind: 'back', feed, at: until, failure: null },
  ]);
  if (failure === null) return past;
  return [...past, { kind: retired ? 'retired' : 'down', feed, at: failure.since, failure }];
}

function turnEntry(
  { kind, feed, at, failure }: Turn,
  { links, nameOf, words, config }: StatusContext,
): FeedEntry {
  const page = links.absolute(links.source(feed));
  const name = nameOf(feed);
  const title = inertText(words[kind](name));
  const sentences = failure === null ? [] : [failure.message, failure.hint];
  const advice = words.causes[causeOf(failure?.code ?? '')];
  return {
    guid: guidOf(`status-${kind}-${feed}-${at}`),
    title,
    link: page,
    publishedAt: at,
    updatedAt: null,
    authors: [],
    language: config.site.language,
    source: null,
    rights: null,
    summary: inertText(advice ?? sentences[0] ?? '') || title,
    html: xmlText(
      [
        `<p>${linkHtml(page, name)}</p>`,
        ...(advice === undefined ? [] : [`<p>${xmlEscape(advice)}</p>`]),
        ...sentences.map((sentence) => `<p lang="en">${xmlEscape(sentence)}</p>`),
      ].join('\n'),
    ),
    whole: true,
    categories: [],
    picture: null,
    enclosures: [],
    episode: null,
  };
}
