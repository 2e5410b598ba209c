/* global PAPER */
// Keeps what was read, and the last editions for those who installed the paper. The first line, put in front of
// this file when the site is built, defines PAPER: { home, offline, assets, editions: [{ page, articles }] }, the
// latest edition first; all paths.
// What changes daily is asked of the network first. The front page is never kept: without a network its reader is
// led to the latest edition there is, under its own date.

const PAGES = 'pages';
const FILES = 'files';
const MOST = { [PAGES]: 400, [FILES]: 120 };
const PATIENCE = 6000;
const AT_ONCE = 4;

self.addEventListener('install', (event) => {
  event.waitUntil(keep([PAPER.offline]).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([trim(PAGES), trim(FILES), self.clients.claim()]));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(event));
  else if (pathname.startsWith(PAPER.assets) || request.destination === 'image')
    event.respondWith(file(request));
});

self.addEventListener('message', (event) => {
  if (event.data !== 'keep') return;
  const paths = PAPER.editions.flatMap((edition) => [edition.page, ...edition.articles]);
  event.waitUntil(keep(paths).then((whole) => event.source?.postMessage(whole ? 'kept' : 'not kept')));
});

async function page(event) {
  const { pathname } = new URL(event.request.url);
  try {
    const response = await fetch(event.request, { signal: AbortSignal.timeout(PATIENCE) });
    if (response.ok && pathname === PAPER.home) event.waitUntil(keep([PAPER.editions[0]?.page]));
    else if (response.ok) event.waitUntil(store(PAGES, pathname, response.clone()));
    return response;
  } catch {
    return (
      (await kept(pathname)) ??
      (await keptEdition(pathname)) ??
      (await kept(PAPER.offline)) ??
      Response.error()
    );
  }
}

async function kept(path) {
  return (await caches.open(PAGES)).match(path);
}

/** In place of the front page: a redirect to the latest edition that is kept. */
async function keptEdition(path) {
  if (path !== PAPER.home) return undefined;
  for (const edition of PAPER.editions) {
    if (await kept(edition.page)) return Response.redirect(edition.page);
  }
  return undefined;
}

/** Files of these kinds never change under their name. */
async function file(request) {
  const known = await caches.match(request);
  if (known) return known;
  const response = await fetch(request);
  if (response.ok) await store(FILES, request, response.clone());
  return response;
}

async function store(name, request, response) {
  const cache = await caches.open(name);
  // A page stored again is the newest again.
  await cache.delete(request);
  await cache.put(request, name === PAGES ? marked(response) : response);
}

/** By this header a page that comes out of the store knows where it comes from, and says so. */
function marked({ body, status, headers }) {
  return new Response(body, { status, headers: { ...Object.fromEntries(headers), 'server-timing': 'kept' } });
}

/** Fetches and stores pages with the files they need; whether all of them are there. */
async function keep(paths) {
  const waiting = paths.filter((path) => path !== undefined);
  let whole = true;
  const worker = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      whole = (await keepPage(path).catch(() => false)) && whole;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return whole;
}

async function keepPage(path) {
  if (path !== PAPER.offline && (await kept(path))) return true;
  const response = await fetch(path, { cache: 'no-cache' });
  if (!response.ok) return false;
  await store(PAGES, path, response.clone());
  const html = await response.text();
  const needed = [...html.matchAll(/ (?:href|src)="([^"?#]+)"/g)]
    .map((match) => match[1])
    .filter((address) => address.startsWith(PAPER.assets));
  await Promise.all([...new Set(needed)].map((address) => file(new Request(address))));
  return true;
}

async function trim(name) {
  const cache = await caches.open(name);
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST[name])).map((key) => cache.delete(key)));
}
