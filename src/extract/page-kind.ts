import type { ExtractedArticle } from './article.ts';
import { challengeMarkup, challengeTitle } from './challenge-phrases.ts';
import type { PageLook } from './page-look.ts';
import { errorWords, loginWords, searchWords } from './page-words.ts';
import type { WebPage } from './web-page.ts';

/** What a page is that is not the page of an article. */
export type PageKind =
  | 'pdf'
  | 'picture'
  | 'file'
  | 'endless'
  | 'empty'
  | 'robot-check'
  | 'consent'
  | 'login'
  | 'error-page'
  | 'search-page'
  | 'home-page'
  | 'video'
  | 'gallery';

/** Prose, in letters, of which no page is short that bears an article, and of which hardly any is. */
const enough = 1500;
const little = 700;
const hardlyAny = 250;
/** One sentence, as under a video. */
const nextToNone = 120;
/** More than any book has. */
const endless = 2_000_000;

/**
 * What a page is instead of an article's; null when nothing says that it is none. `asked` is the address that the feed
 * gave, where it is known.
 */
export function pageKind(
  page: WebPage,
  look: PageLook,
  article: ExtractedArticle | null,
  asked: string | null,
): PageKind | null {
  const prose = article?.prose ?? 0;
  const isTold = (article?.told ?? 0) >= 0.5;
  const isLong = prose >= enough;
  if (!isTold && look.prose < enough && isChallenge(page, look, prose)) return 'robot-check';
  if (!isTold && isConsent(page, look)) return 'consent';
  if (!isTold && !isLong && isError(page, look, prose)) return 'error-page';
  if (!isTold && isLogin(page, look, prose)) return 'login';
  if (!isLong && isSearch(page, look)) return 'search-page';
  if (!isLong && isHome(page, look, prose, asked)) return 'home-page';
  if (isTold || prose >= nextToNone) return prose > endless ? 'endless' : null;
  if (isVideo(page)) return 'video';
  if (isGallery(page, look)) return 'gallery';
  return isEmpty(page, prose) ? 'empty' : null;
}

/** Nothing at all, or next to nothing before a script has run. */
function isEmpty({ text, marks }: WebPage, prose: number): boolean {
  if (text === '') return marks.pictures === 0 || marks.scripts > 0;
  return marks.scripts > 0 && text.length < hardlyAny / 2 && prose === 0;
}

function isChallenge({ marks, data }: WebPage, { title, headlines }: PageLook, prose: number): boolean {
  const says = challengeTitle.test(title) || challengeTitle.test(headlines);
  return (
    (says && prose < little) ||
    marks.sources.some(
      (source) =>
        challengeMarkup.test(source) || /^(?:challenge-(?:form|running|error-text)|cf-wrapper)$/.test(source),
    ) ||
    data.some((text) => challengeMarkup.test(text))
  );
}

const cookieWords = /cookie|クッキー|쿠키|куки|traceurs|partners?\b|partner|vendor|tracking|werbung/i;
const privacyWords =
  /consent|gdpr|rgpd|dsgvo|einwillig|zustimm|datenschutz|privacy|personal data|personenbezogen|confidentialité|données personnelles|privacidad|consentimiento|datos personales|riservatezza|consenso|dati personali|prywatnoś|zgod[ayę]|toestemming|samtyk|隐私|隱私|同意|プライバシー|개인정보|동의|согласи|конфиденциальн|çerez|gizlilik|الخصوصية/i;

/** A page that is about consent and nothing else: its address says so, or most of its paragraphs. */
function isConsent({ url }: WebPage, { outline, prose }: PageLook): boolean {
  const { hostname, pathname } = new URL(url);
  if (/^(?:consent|privacy|cmp|myprivacy|guce)\./.test(hostname)) return true;
  if (/\/(?:consent|collectconsent|cookiewall)\b/i.test(pathname)) return true;
  const paragraphs = outline.blocks.filter((block) => block.prose > 0);
  const about = paragraphs.filter(({ text }) => cookieWords.test(text) || privacyWords.test(text));
  const share = about.reduce((sum, block) => sum + block.prose, 0);
  const says = about.some(({ text }) => cookieWords.test(text) && privacyWords.test(text));
  return says && share > 0.6 * prose && prose < 2 * enough;
}

function isError({ url }: WebPage, { title, headlines }: PageLook, prose: number): boolean {
  if (errorWords.test(title) || /\b(?:404|410|500|502|503)\b/.test(title.slice(0, 12))) return prose < little;
  return (
    prose < hardlyAny &&
    (errorWords.test(headlines) ||
      /\/(?:404|error|not-?found)(?:\.\w+)?\/?$/i.test(URL.parse(url)?.pathname ?? ''))
  );
}

/** Longest name of a page that wants a login; headlines are longer. */
const longestName = 40;

function isLogin({ marks, url }: WebPage, { title, headlines }: PageLook, prose: number): boolean {
  if (prose >= little) return false;
  const names = `${title}\n${headlines}`
    .split(/\n|\s[-–—|·:]\s/)
    .filter(({ length }) => length <= longestName);
  const isNamed = names.some((name) => loginWords.test(name));
  const leads = /\/(?:log-?in|sign-?in|signup|register|account|auth|sso)\b/i.test(
    URL.parse(url)?.pathname ?? '',
  );
  return (
    (marks.password && (isNamed || leads || prose < nextToNone)) || (isNamed && leads && prose < hardlyAny)
  );
}

function isSearch({ facts, marks, url }: WebPage, { title, headlines, linked, cards }: PageLook): boolean {
  if (facts.structured.types.includes('SearchResultsPage')) return true;
  const { pathname, searchParams } = new URL(url);
  const asks =
    /\/(?:search|suche|recherche|buscar|busca|ricerca|zoeken|szukaj|sok|søg|haku|ara|cari)(?:[/.]|$)/i.test(
      pathname,
    ) || ['q', 's', 'query', 'search', 'keyword'].some((name) => searchParams.has(name));
  const says = searchWords.test(title) || searchWords.test(headlines);
  const isList = linked > 0.3 || cards >= fewCards;
  return (asks && (says || isList)) || (says && marks.search && isList);
}

const mostlyLinks = 0.5;
const fewCards = 3;
const manyCards = 5;

const isFront = (address: string | null): boolean => {
  const path = address === null ? null : URL.parse(address)?.pathname;
  return path != null && /^\/(?:index\.\w+|home|[a-z]{2}(?:-[a-z]{2})?\/?)?$/i.test(path);
};

/** The front page of a site, where the page of an article was meant, or any list of articles. */
function isHome(
  { url, facts }: WebPage,
  { linked, cards }: PageLook,
  prose: number,
  asked: string | null,
): boolean {
  const isMeant = asked !== null && !isFront(asked);
  if (isFront(url)) return isMeant || cards >= manyCards || linked > mostlyLinks || prose < hardlyAny;
  const isOwnFront = facts.canonical !== null && isFront(facts.canonical);
  if (isOwnFront && facts.kind !== 'article') return cards >= manyCards || linked > 0.3 || prose < little;
  return (linked > 0.8 || cards >= manyCards) && prose < hardlyAny && facts.kind !== 'article';
}

function isVideo({ facts, marks }: WebPage): boolean {
  const says = /^video/.test(facts.kind ?? '') || facts.structured.types.includes('VideoObject');
  return marks.players > 0 || says;
}

function isGallery({ facts, marks, url }: WebPage, { names, title }: PageLook): boolean {
  const words =
    /galler(?:y|ies|ia)|slide-?show|carousel|photo-?(?:set|stream|essay)|bilder(?:strecke|galerie)|galer[iy]|diaporama|fotostrecke|fotogaleri|图集|圖集|组图|組圖|相册/i;
  const says = facts.structured.types.some((type) => /^(?:Image|Media)Gallery$/.test(type));
  return says || words.test(names) || words.test(title) || words.test(url) || marks.pictures >= 6;
}
