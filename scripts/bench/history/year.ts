import { type Learned, learn } from '../../../src/clean/boilerplate/learn.ts';
import { shiftDay } from '../../../src/digest/day.ts';
import { type FeedState, newFeedState, remember } from '../../../src/store/feed-state.ts';
import { inventArticle, outlet } from '../invented/article.ts';
import { dressedHtml } from '../invented/dress.ts';
import { outlets, perDay, perNight, storedFile } from '../invented/stored.ts';

/** The files that one night adds or changes, below the content folder. */
export interface Night {
  /** `YYYY-MM-DD`. */
  day: string;
  files: { path: string; text: string }[];
}

/** Night after night of an invented paper, 300 articles each: its items, and what is remembered of its feeds. */
export function* nights(count: number): Generator<Night> {
  let states = Array.from({ length: outlets }, (_, number) => {
    const { id, site } = outlet(number);
    return newFeedState(id, `${site}feed`);
  });
  for (let night = 0; night < count; night += 1) {
    const items = Array.from({ length: perNight }, (_, index) => storedFile(night * perNight + index));
    const day = items[0]?.day ?? '';
    states = states.map((state, number) => stateAfter(state, number, night, day, items));
    const status = states.map((state) => ({
      path: `status/${state.feed}.json`,
      text: `${JSON.stringify(state, null, 1)}\n`,
    }));
    yield { day, files: [...items.map(({ path, text }) => ({ path, text })), ...status] };
  }
}

function stateAfter(
  state: FeedState,
  number: number,
  night: number,
  day: string,
  items: readonly { feed: string; name: string; day: string }[],
): FeedState {
  const at = `${shiftDay(day, 1)}T00:00:00.000Z`;
  const seen = items
    .filter(({ feed }) => feed === state.feed)
    .map(({ name, day: placed }) => ({ name, day: placed, digest: name.slice(-12) }));
  return {
    ...state,
    title: outlet(number).title,
    validators: { etag: `"${night}"`, lastModified: null },
    lastSuccessAt: at,
    lastNewAt: at,
    recent: remember(seen, state.recent, Math.max(200, 2 * seen.length)),
    boilerplate: learned(state.boilerplate, number, night),
  };
}

/** The feed state after the articles of one night, newest first as in the document. */
function learned(before: Learned | null, number: number, night: number): Learned {
  const lessons = Array.from({ length: perDay }, (_, index) => {
    const article = inventArticle(outlet(number), night * perDay + index, perDay);
    return { id: article.link, html: dressedHtml(article), title: article.title };
  });
  return learn(before, lessons.reverse());
}
