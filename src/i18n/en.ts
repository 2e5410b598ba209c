import type { Texts } from './texts.ts';

export const texts: Texts = {
  locale: 'en-GB',
  skip: 'Skip to the content',
  nav: {
    label: 'Sections of the site',
    today: 'Today',
    archive: 'Archive',
    sources: 'Sources',
    topics: 'Topics',
    search: 'Search',
    subscribe: 'Subscribe',
    status: 'State of the sources',
    about: 'About',
  },
  edition: {
    order: 'Order',
    byWeight: 'Pages',
    byTime: 'By time',
    number: (number) => `No. ${number}`,
    tally: (items, sources) =>
      `${count(items, 'article', 'articles')} · ${count(sources, 'source', 'sources')}`,
    minutes: (minutes) => `about ${minutes} min`,
    top: 'Top stories',
    rest: 'The rest',
    more: (more) => `${more} more`,
    alsoBy: 'How others tell it',
    end: 'That is all for today',
    endOf: (date) => `That was ${date}`,
    neighbours: 'Editions before and after',
    previous: 'Previous',
    next: 'Next',
    latest: 'This is the latest edition',
    calendar: 'Calendar',
  },
  article: {
    original: 'Read the original',
    updated: (time) => `updated ${time}`,
    firstSeen: (time) => `first seen ${time}`,
    minutes: (minutes) => `${minutes} min`,
    teaser: 'The source gives a summary only; the full text is in the original.',
    earlier: (times) => (times === 1 ? 'The headline changed once' : `The headline changed ${times} times`),
    until: (time) => `until ${time}`,
    others: 'The same story, told by others',
    removed: (places) => `Tidied up in ${count(places, 'place', 'places')}`,
    removedNote: 'This was taken out; everything else is as the source gave it.',
    neighbours: 'Before and after in this edition',
    previous: 'Previous',
    next: 'Next',
    back: 'Back to the edition',
    attachments: 'Attachments',
  },
  calendar: {
    previous: 'Earlier',
    next: 'Later',
    day: (date, items) => `${date}, ${count(items, 'article', 'articles')}`,
    noEdition: (date) => `${date}, no edition`,
    month: (month, items) => `${month}, ${count(items, 'article', 'articles')}`,
    items: (items) => count(items, 'article', 'articles'),
    editions: (editions) => count(editions, 'edition', 'editions'),
    heat: 'The darker the day, the more articles',
    fewer: 'fewer',
    greater: 'more',
  },
  archive: {
    intro: (editions, items, since) =>
      `Since ${since}: ${count(editions, 'edition', 'editions')}, ${count(items, 'article', 'articles')}.`,
    years: 'Year by year',
  },
  sources: {
    intro: (sources) =>
      `This paper reads ${count(sources, 'source', 'sources')}. Each can be subscribed to on its own.`,
    website: 'Website',
    feed: 'Feed',
    latest: 'Lately',
    older: 'Earlier',
    none: 'Nothing has arrived from this source yet.',
    fine: (time) => `last heard of on ${time}`,
    waiting: 'nothing yet',
    failing: (since) => `out of reach since ${since}`,
    paused: 'paused',
    retired: 'the source has stopped publishing',
    gone: 'no longer among the sources; its articles stay',
  },
  topics: {
    intro: (topics) => `${count(topics, 'topic', 'topics')}.`,
    none: 'No topics yet. Give your feeds topics in digest.yaml and they are listed here.',
    sources: 'From',
  },
  about: {
    title: 'About',
    paragraphs: (title, zone) => [
      `${title} gathers the articles of its sources into one edition a day: one event, one place, and when you have read it, you are done. There is no endless scroll.`,
      'Articles belong to those who published them. Each starts with a link to the original; the adverts, tracking links and promotion taken out of it are listed below its text.',
      'There are no accounts, no cookies and no visitor statistics here. Pictures in articles come straight from the servers of their sources.',
      `A day begins and ends by ${zone}, and all times are given in it.`,
    ],
    software: 'Made with Broadsheet, which is free software.',
  },
  empty: {
    title: 'The first edition is being prepared',
    text: 'The paper is set up. It has only not received its first articles yet.',
    steps: [
      'Open digest.yaml and list the feeds you want to read under feeds.',
      'Run npm run build; on GitHub, open the Actions page and run the nightly workflow once.',
      'Come back in a few minutes: the first edition will be on this page.',
    ],
    noNews: 'There is no edition yet.',
  },
  notFound: {
    title: 'There is no such page',
    text: 'The address may be mistyped, or the article was taken down.',
    home: 'Read the latest edition',
    archive: 'Look in the archive',
  },
  colophon: {
    rights:
      'Articles belong to their publishers. Each starts with a link to the original; what was taken out is listed below it.',
    times: (zone) => `Times are ${zone}`,
    feed: 'Subscribe',
  },
  rules: {},
};

function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
}
