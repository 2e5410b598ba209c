import type { Config } from '../config/schema.ts';
import type { Edition, Story } from '../digest/edition.ts';
import type { ShownPictures } from '../digest/shown-pictures.ts';
import { storyPicture } from '../digest/story-picture.ts';
import { lookUp } from '../text/look-up.ts';
import { emptyShare } from './balance.ts';
import { widestFrame } from './picture-size.ts';
import { type PictureOf, type Shown, topOf } from './top-stories.ts';

/** Where the stories of an edition go on its page: the heaviest at the top, the others in a section for each topic. */
export interface EditionLayout {
  lead: Story;
  /** Where the picture of the lead stands: above or beside its text over half the page, or beside it at its own size. */
  leadPicture: 'lead' | 'beside';
  /** The next stories by weight, shown with excerpt and picture. */
  top: Shown[];
  bands: Band[];
  /** The folded stories, by source. */
  floods: { feed: string; stories: Story[] }[];
}

/** A horizontal band of the page: one section, or several small ones side by side. */
interface Band {
  sections: Section[];
  /** `alone`: one section over the whole width. `rows`: each as wide as its cards. `columns`: each one column wide. */
  arrangement: 'alone' | 'columns' | 'rows';
}

export interface Section {
  /** Fragment of its address on the page. */
  id: string;
  /** Null for stories whose feeds have no topic. */
  topic: string | null;
  /** Shown with an excerpt. */
  cards: Story[];
  /** Shown as a line. */
  rows: Story[];
  /** Shown as a line once the reader asks for more. */
  folded: Story[];
}

/** The number of cards of a section, and of columns of a wide page. */
const CARDS = 3;
const ROWS = 20;
/** Fewer stories than this are not folded away. */
const WORTH_FOLDING = 5;

/** Null for an edition without stories. */
export function layOut(
  edition: Edition,
  config: Config,
  pictures: Pick<ShownPictures, 'lead'>,
): EditionLayout | null {
  const [lead, ...others] = edition.stories.filter(({ folded }) => !folded);
  if (lead === undefined) return null;
  const pictureOf = pictureIn(pictures);
  const top = topOf(lead, others, pictureOf);
  const rest = others.slice(top.length);
  const topics = topicsOf(config);
  const byTopic = Map.groupBy(rest, ({ lead }) => topics.of(lead.feed)[0] ?? null);
  const idOf = (topic: string | null) => `section-${topic === null ? 0 : topics.all.indexOf(topic) + 1}`;
  const sections = [...topics.all, null].flatMap((topic) => {
    const stories = byTopic.get(topic);
    return stories === undefined ? [] : [section(topic, stories, idOf(topic))];
  });
  const floods = Map.groupBy(
    edition.stories.filter(({ folded }) => folded),
    (story) => story.lead.feed,
  );
  return {
    lead,
    leadPicture: pictureOf(lead)?.widest === 'page' ? 'lead' : 'beside',
    top,
    bands: bandsOf(sections),
    floods: [...floods].map(([feed, stories]) => ({ feed, stories })),
  };
}

/** The picture that stands for a story, as it may be shown, and the widest frame that it fills. */
function pictureIn(pictures: Pick<ShownPictures, 'lead'>): PictureOf {
  return (story) => {
    const picture = storyPicture(story, pictures.lead);
    return picture ? { url: picture.url, widest: widestFrame(picture) } : undefined;
  };
}

function section(topic: string | null, stories: Story[], id: string): Section {
  const rows = stories.slice(CARDS);
  const shown = rows.length > ROWS + WORTH_FOLDING ? ROWS : rows.length;
  return { id, topic, cards: stories.slice(0, CARDS), rows: rows.slice(0, shown), folded: rows.slice(shown) };
}

/** Adjacent small sections share a band; any other section has a band of its own. */
function bandsOf(sections: readonly Section[]): Band[] {
  const bands: Section[][] = [];
  let small: Section[] = [];
  for (const section of sections) {
    if (section.rows.length > 0) {
      bands.push([section]);
      small = [];
    } else {
      if (small.length === 0) bands.push(small);
      small.push(section);
    }
  }
  return bands.map(arrange);
}

/** Chooses rows when they leave less empty space than columns. */
function arrange(sections: Section[]): Band {
  if (sections.length === 1) return { sections, arrangement: 'alone' };
  const rows = fullRows(sections);
  const counts = sections.map(({ cards }) => cards.length);
  const emptyInRows = 1 - cardsIn(sections) / (CARDS * rows.length);
  return emptyInRows < emptyShare(counts, CARDS)
    ? { sections: rows.flat(), arrangement: 'rows' }
    : { sections, arrangement: 'columns' };
}

/** Puts each section into the first row with room for all its cards; the section without a topic stays last. */
function fullRows(sections: readonly Section[]): Section[][] {
  const rows: Section[][] = [];
  for (const section of sections) {
    const open = section.topic === null ? rows.slice(-1) : rows;
    const row = open.find((others) => cardsIn(others) + section.cards.length <= CARDS);
    if (row) row.push(section);
    else rows.push([section]);
  }
  return rows;
}

const cardsIn = (sections: readonly Section[]): number =>
  sections.reduce((sum, { cards }) => sum + cards.length, 0);

/** The topics in the order of the paper: first those listed under `topics`, then those named by feeds only, by name. */
export function topicsOf(config: Config) {
  const named = Object.keys(config.topics);
  const used = new Set(config.feeds.flatMap((feed) => feed.topics));
  const all = [
    ...named.filter((topic) => used.has(topic)),
    ...[...used].filter((topic) => !named.includes(topic)).sort(),
  ];
  const byFeed = new Map(config.feeds.map((feed) => [feed.id, feed.topics]));
  return {
    all,
    /** The topics of a feed, in the order of its own configuration. */
    of: (feed: string): string[] => byFeed.get(feed) ?? [],
    /** The name shown. */
    name: (topic: string): string => lookUp(config.topics, topic) ?? topic,
  };
}
