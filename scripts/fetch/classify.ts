/**
 * What a body with status 200 is, at a glance: servers send error notices, robot checks and whole web pages with the
 * status that means "here is your feed". Pure.
 */

export type BodyKind = 'feed-like' | 'html' | 'challenge' | 'empty' | 'json-error' | 'unknown';

/** How much of a body is looked at. A feed may begin with long comments or the warnings of a broken script. */
const glance = 64 * 1024;

const feedRoot = /<(?:[a-z][\w.-]*:)?(?:rss|feed|rdf|channel)[\s>/]/i;
const htmlRoot = /<!doctype\s+html|<(?:html|head|body)[\s>]/i;
const jsonFeed = /"version"\s*:\s*"https?:\/\/(?:www\.)?jsonfeed\.org|"items"\s*:\s*\[/;

/**
 * Robot checks by their titles and by names that occur on the check itself only. Several services load scripts of the
 * same make into ordinary pages (Cloudflare's `challenge-platform`), so those names are not among them.
 */
const challengeTitle =
  /just a moment|attention required|access denied|checking your browser|verify(?:ing)? (?:that )?you are (?:a )?human|human verification|security check(?:point)?|are you (?:a )?(?:robot|human)|pardon our interruption|ddos[- ]?(?:guard|protection)|making sure you(?:'|’|&#0?39;|&#x27;)?re not a bot|bot verification|robot check|请稍候|安全验证|安全检查|人机验证|人机校验|访问验证|滑动验证|验证码|請稍候|安全驗證|人機驗證|訪問驗證/i;
const challengeMark =
  /_cf_chl_opt|cf-chl-widget|id="challenge-(?:form|running|error-text)"|cf-browser-verification|_incapsula_resource|captcha-delivery\.com|px-captcha|sucuri_cloudproxy_js|awswafcookiedomainlist|gokuprops|acw_sc__v2|aliyun_waf|aliyunwaf_|\/_guard\/|anubis_challenge|ddos-guard\/js-challenge|vercel\/security/i;

/** A page that offers feeds or carries an article is not a robot check, whatever its title. */
const realPage = /type\s*=\s*["']?application\/(?:rss|atom|feed)\+|<article[\s>]/i;

/** What a body is; `contentType` decides only where the bytes do not. */
export function classifyBody(bytes: Uint8Array, contentType: string | null): BodyKind {
  const text = glanceAt(bytes);
  if (text === '') return bytes.length <= glance ? 'empty' : 'unknown';
  if (/^[[{]/.test(text)) return jsonFeed.test(text) ? 'feed-like' : 'json-error';
  const feedAt = text.search(feedRoot);
  const htmlAt = text.search(htmlRoot);
  if (feedAt >= 0 && (htmlAt < 0 || feedAt < htmlAt)) return 'feed-like';
  if (htmlAt < 0 && !/\bhtml\b/i.test(contentType ?? '')) return 'unknown';
  return isChallenge(text) ? 'challenge' : 'html';
}

function isChallenge(html: string): boolean {
  if (realPage.test(html)) return false;
  const title = /<title[^>]*>([^<]{0,300})/i.exec(html)?.[1] ?? '';
  return challengeTitle.test(title) || challengeMark.test(html);
}

/** The beginning as text, good enough to find ASCII names and Chinese titles in: UTF-8 with the NULs of UTF-16 left out. */
function glanceAt(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, glance));
  return head
    .toString('utf8')
    .replace(/\0/g, '')
    .replace(/^[\s\uFEFF\uFFFD]+/, '')
    .trimEnd();
}
