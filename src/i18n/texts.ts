import type { Cause } from '../digest/cause.ts';
import type { Forms, Unit } from './counted.ts';

/** Feeds with a problem, feeds without one, and feeds that are not pulled. */
export type StatusGroup = 'trouble' | 'well' | 'rest';

/**
 * Every word of the interface; each language has one file of this shape.
 * Functions take plain numbers or finished text and give a whole phrase, so that a language may order it.
 */
export interface Texts {
  /** Locale for dates, numbers and plural forms: a language tag with a region, as `Intl` takes it. */
  locale: string;
  dates: {
    /** A day with its weekday: `{date}` and `{weekday}` in the order of the language. */
    day: string;
    /** How the name of a month is written where it stands alone, as `Intl.DateTimeFormat` has it. */
    monthAlone: 'long' | 'short';
  };
  /** Phrases around a number; the functions below take theirs from here. */
  counted: Record<Unit, Forms>;
  skip: string;
  nav: Record<
    'label' | 'today' | 'archive' | 'sources' | 'topics' | 'search' | 'subscribe' | 'status' | 'about',
    string
  >;
  edition: {
    /** The stories that most sources tell. */
    brief: {
      title: string;
      /** Shown once all of it is read. */
      read: string;
      /** How much the whole edition is, from finished phrases. */
      whole: (articles: string, time: string) => string;
    };
    /** Label of the links to the edition and those around it. */
    days: string;
    /** Label of the links to the sections of an edition. */
    sections: string;
    book: string;
    order: string;
    byWeight: string;
    byTime: string;
    number: (number: string) => string;
    tally: (items: number, sources: number) => string;
    /** In hours when there are many minutes. */
    minutes: (minutes: number) => string;
    top: string;
    rest: string;
    more: (count: number) => string;
    /** Number of sources of a story, two or more. */
    sources: (sources: number) => string;
    /** Leads from an article to the others about its story. */
    othersOnThis: (others: number) => string;
    /** The first of several sources, and the number of all of them. */
    andOthers: (source: string, sources: number) => string;
    sameIn: (names: string) => string;
    flood: (source: string, stories: number) => string;
    alsoBy: string;
    end: string;
    /** `{}` stands for the number. */
    since: string;
    neighbours: string;
    previous: string;
    next: string;
    latest: string;
    calendar: string;
  };
  article: {
    original: string;
    updated: (time: string) => string;
    firstSeen: (time: string) => string;
    minutes: (minutes: number) => string;
    teaser: string;
    earlier: (count: number) => string;
    until: (time: string) => string;
    /** Comes before the names of sources that carry the same article. */
    same: string;
    /** Comes before the article about the story of the day before. */
    before: string;
    others: string;
    removed: (count: number) => string;
    removedNote: string;
    neighbours: string;
    previous: string;
    next: string;
    back: string;
    /** The list of the parts of a long article. */
    contents: (parts: number) => string;
    /** In place of a picture; `{}` stands for the host that has it. */
    lost: string;
    share: string;
    /** Shown when the address has been copied. */
    shared: string;
    attachments: string;
    /** Of a podcast or a video. `duration` comes before a time such as `1:02:03`. */
    episode: {
      duration: string;
      season: (number: number) => string;
      number: (number: number) => string;
      trailer: string;
      bonus: string;
      explicit: string;
      chapters: string;
    };
  };
  settings: {
    title: string;
    theme: string;
    themes: Record<'system' | 'light' | 'dark', string>;
    size: string;
    sizes: Record<'small' | 'medium' | 'large' | 'largest', string>;
    paragraphs: string;
    shapes: Record<'spaced' | 'indented', string>;
    keys: string;
    help: string;
    /** What each key does. */
    deeds: Record<'j' | 'k' | 'o' | '/' | '?', string>;
    close: string;
  };
  calendar: {
    previous: string;
    next: string;
    day: (date: string, items: number) => string;
    noEdition: (date: string) => string;
    month: (month: string, items: number) => string;
    items: (items: number) => string;
    editions: (editions: number) => string;
    heat: string;
    fewer: string;
    greater: string;
  };
  archive: { intro: (editions: number, items: number, since: string) => string; years: string };
  sources: {
    intro: (count: number) => string;
    website: string;
    feed: string;
    latest: string;
    older: string;
    none: string;
    fine: (time: string) => string;
    waiting: string;
    failing: (since: string) => string;
    paused: string;
    retired: string;
    gone: string;
  };
  topics: {
    intro: (count: number) => string;
    none: string;
    /** On the page of a topic without articles. */
    empty: string;
    sources: string;
  };
  search: {
    hint: string;
    busy: string;
    /** `{}` stands for the number. */
    found: string;
    failed: string;
    source: string;
    topic: string;
    month: string;
    more: string;
    older: string;
    /** Comes before a link to the archive. */
    withoutScripts: string;
  };
  subscribe: {
    note: string;
    how: string;
    /** Shown when the feeds carry whole articles. */
    wholeTexts: string;
    holdsAll: (items: number) => string;
    holdsJson: string;
    holdsCleaned: string;
    holdsOriginals: string;
    whole: string;
    books: string;
    /** Comes before a list of editions. */
    booksNote: string;
    openIn: string;
    /** Stands for any installed app. */
    installed: string;
    copy: string;
    copied: string;
  };
  offline: {
    title: string;
    /** Comes before a list of editions. */
    text: string;
    note: string;
    keep: string;
    kept: string;
  };
  about: {
    title: string;
    /** `pictures` is the note made from the phrases below. */
    paragraphs: (title: string, zone: string, pictures: string) => string[];
    pictures: {
      /** A sentence around a list of the phrases below. */
      from: (ways: string) => string;
      direct: string;
      proxy: (host: string) => string;
      local: string;
      none: string;
      /** What a browser does when a picture does not load. */
      fallback: (host: string) => string;
    };
    software: string;
  };
  /** Between two presses. Days are finished text, `time` is `05:30`. */
  press: {
    /** What has come since the edition on the front page; leads to all of it. */
    since: (items: number) => string;
    /** Said once the next edition is due and not there. */
    late: (day: string) => string;
    /** The page of what has come since. */
    latest: string;
    waits: (day: string, time: string) => string;
    none: string;
    /** The first edition has not gone to press. */
    first: string;
    /** On an article: where it stands, where it will. */
    standsIn: (day: string) => string;
    willStandIn: (day: string, time: string) => string;
  };
  empty: { title: string; text: string; steps: string[]; noNews: string };
  notFound: { title: string; text: string; home: string; archive: string };
  /** Words in the feeds themselves, and what the page of all feeds calls them. */
  feeds: {
    /** A feed with one entry an edition. */
    daily: string;
    dailyNote: string;
    statusNote: string;
    /** The feed with what the live feed no longer carries. */
    older: string;
    /** Link to the page of an article of which the feed gives a part. */
    whole: (title: string) => string;
    down: (name: string) => string;
    back: (name: string) => string;
    retired: (name: string) => string;
    /** Heading of the feeds in other forms. */
    others: string;
    /** Heading of the lists of many feeds (OPML). */
    lists: string;
    /** The feeds that the paper makes of its sources. */
    cleaned: string;
    /** The feeds that the sources publish themselves. */
    originals: string;
  };
  /** The page on the state of the sources. */
  status: {
    /** Comes before `tally`. */
    asOf: (day: string) => string;
    tally: (well: number, pulled: number) => string;
    follow: string;
    groups: Record<StatusGroup, string>;
    lastSuccess: string;
    lastNew: string;
    never: string;
    /** Counted from the newest edition. */
    before: (days: number) => string;
    streak: (failures: number) => string;
    /** Comes before the new address. */
    moved: string;
    chart: (editions: number, items: number, most: number) => string;
    /** Number of items that `mute` and `remove` left out of the last editions. */
    hidden: (items: number, editions: number) => string;
    /** Explains what counts as a success. */
    success: string;
    feeds: string;
    feed: string;
    entries: string;
    changed: string;
    /** What is wrong and what to do, for each kind of failure; the exact message, in English, is shown below it. */
    causes: Partial<Record<Cause, string>>;
  };
  colophon: { rights: string; times: (zone: string) => string; feed: string };
  /** What was removed, by the kind of removal, else by the name of the rule; without an entry the name itself is shown. */
  rules: Record<string, string>;
}
