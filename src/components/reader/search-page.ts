import { unspacedAgain } from '../../paper/search/words.ts';
import { type Found, openSearch, type Result } from './search-engine.ts';

/**
 * The form, the list and the buttons of the search page. The query is kept in the address, so that it can be
 * bookmarked or sent.
 */

const AT_ONCE = 20;
const PAUSE = 250;

type Words = Record<'engine' | 'indexes' | 'locale' | 'busy' | 'found' | 'failed', string>;

const page = document.querySelector<HTMLElement>('[data-engine]');
if (page) run(page, page.dataset as Words);

function run(page: HTMLElement, words: Words): void {
  const part = <T extends HTMLElement>(selector: string): T => {
    const found = page.querySelector<T>(selector);
    if (found === null) throw new Error(`the search page has no ${selector}`);
    return found;
  };
  const form = part<HTMLFormElement>('form');
  const list = part('ol');
  const status = part('[role=status]');
  const more = part<HTMLButtonElement>('[data-more]');
  const older = part<HTMLButtonElement>('[data-older]');
  const search = openSearch(words.engine, new Map(Object.entries(JSON.parse(words.indexes))));
  const dateOf = datesIn(words.locale);
  let turn = 0;

  const ask = async (): Promise<void> => {
    const mine = ++turn;
    const { q = '', ...filters } = answers(form);
    history.replaceState(
      null,
      '',
      q === '' ? location.pathname : `?${new URLSearchParams({ q, ...filters })}`,
    );
    status.textContent = q === '' ? '' : words.busy;
    const { results, asked } = q === '' ? { results: [], asked: q } : await search.find(q, filters);
    if (mine !== turn) return;
    list.replaceChildren();
    await show(results, asked);
    if (mine !== turn) return;
    status.textContent = q === '' ? '' : words.found.replace('{}', String(results.length));
    older.hidden = q === '' || 'month' in filters || search.complete();
  };

  const show = async (results: Result[], query: string): Promise<void> => {
    const mine = turn;
    const found = await Promise.all(results.slice(0, AT_ONCE).map((result) => result.data()));
    if (mine !== turn) return;
    list.append(...found.map((each) => row(each, query, dateOf)));
    more.hidden = results.length <= AT_ONCE;
    more.onclick = () => attempt(() => show(results.slice(AT_ONCE), query));
  };

  const attempt = (deed: () => Promise<void>): void => {
    deed().catch(() => {
      status.textContent = words.failed;
    });
  };

  let pause: ReturnType<typeof setTimeout> | undefined;
  form.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(() => attempt(ask), PAUSE);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    attempt(ask);
  });
  older.addEventListener('click', () => {
    search.further();
    attempt(ask);
  });
  fill(form);
  part<HTMLInputElement>('[name=q]').focus();
  attempt(ask);
}

/** The fields of the form that are not empty. */
function answers(form: HTMLFormElement): Record<string, string> {
  const entries = [...new FormData(form)].map(([name, value]): [string, string] => [
    name,
    String(value).trim(),
  ]);
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}

/** Fills the form from the address. */
function fill(form: HTMLFormElement): void {
  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
  }
}

/** Formats days (`2026-11-22`) for a locale. */
function datesIn(locale: string): (day: string) => string {
  const formatter = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  return (day) => formatter.format(new Date(day));
}

/** A result as a row. Its text comes from articles, so it is set as text, never as HTML. */
function row({ url, excerpt, meta }: Found, query: string, dateOf: (day: string) => string): HTMLLIElement {
  const item = document.createElement('li');
  const heading = document.createElement('h2');
  const link = document.createElement('a');
  heading.className = 'headline';
  if (meta.language) item.lang = meta.language;
  item.dir = 'auto';
  link.href = url;
  link.textContent = meta.title;
  heading.append(link);
  const origin = document.createElement('p');
  origin.className = 'meta';
  origin.textContent = [meta.source, meta.day && dateOf(meta.day)].filter(Boolean).join(' · ');
  item.append(heading, origin);
  if (meta.day) item.append(marked(excerpt, query));
  return item;
}

/** An excerpt with its hits marked. A query of Han characters is marked as a whole, however it was segmented. */
function marked(excerpt: string, query: string): HTMLParagraphElement {
  const paragraph = document.createElement('p');
  paragraph.className = 'excerpt';
  const text = unspacedAgain(excerpt).replace(/^[，。、；：！？）」』”…\s]+/u, '');
  const literal = query.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const bare = text.replace(/<\/?mark>/g, '');
  const isThere = /\p{Script=Han}/u.test(query) && bare.includes(literal);
  const whole = isThere ? bare.replaceAll(literal, (hit) => `<mark>${hit}</mark>`) : text;
  whole.split(/<\/?mark>/).forEach((part, index) => {
    const plain = part.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
    const mark = index % 2 === 1 ? document.createElement('mark') : null;
    mark?.append(plain);
    paragraph.append(mark ?? plain);
  });
  return paragraph;
}
