import { stringify } from 'yaml';
import type { z } from 'zod';
import type { Path } from '../advice.ts';
import { feedIdFor } from '../feed-id.ts';
import { configSchema } from '../schema.ts';
import { lastName } from './schema-lookup.ts';

/**
 * What somebody probably meant by a value that the schema rejects, as the line to write: `enabled: false`. Each likely
 * reading of the value is tried, and the first that the schema accepts there counts; null when there is none.
 */
export function repairedLine(issue: z.core.$ZodIssue, data: unknown, value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const isEntry = typeof issue.path.at(-1) === 'number';
  // A text among the topics may stand for several: then the whole list is written anew.
  const path = isEntry && issue.path.at(-2) !== 'feeds' ? issue.path.slice(0, -1) : issue.path;
  for (const reading of readingsOf(value, issue, data)) {
    const meant = path === issue.path ? reading : listOf(value);
    if (meant === null || !isAccepted(path, meant, data)) continue;
    const flow = { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 } as const;
    if (isEntry && path === issue.path)
      return stringify([meant], { lineWidth: 0 }).trim().replaceAll('\n', '\n      ');
    return `${lastName(path)}: ${stringify(meant, flow).trim()}`;
  }
  return null;
}

/** Quotation marks and brackets that are letters to YAML. */
const typographic = /^[“”„‘’「『《〈"']+|[“”‘’」』》〉"']+$/g;

/** A value without typographic quotation marks around it. */
export function unquoted(value: string): string {
  return value.trim().replace(typographic, '').trim();
}

function readingsOf(value: string, { path }: z.core.$ZodIssue, data: unknown): unknown[] {
  const bare = unquoted(value);
  const plain = bare.normalize('NFKC').trim();
  const lower = plain.toLowerCase();
  const texts = [bare, plain, meantWords.get(lower), timeOf(plain), withScheme(bare)];
  const ids = path.at(-1) === 'id' && path[0] === 'feeds' ? [feedIdFor(plain, otherIds(data, path))] : [];
  return [...ids, ...texts, Number(plain), listOf(value), feedOf(bare, data)].filter(
    (reading) => reading !== undefined && reading !== null && reading !== value && !Number.isNaN(reading),
  );
}

/** An address that lacks its `https://`; undefined for any other text. */
function withScheme(text: string): string | undefined {
  return /^[\w-]+(?:\.[\w-]+)+(?:[/?#:][^\s@]*)?$/.test(text) ? `https://${text}` : undefined;
}

/** Words for values, in lower case. */
const meantWords = new Map<string, unknown>([
  ...['是', '开', '开启', '開', 'yes', 'on', 'y', 'true'].map((word) => [word, true] as const),
  ...['否', '关', '关闭', '關', 'no', 'off', 'n', 'false'].map((word) => [word, false] as const),
  ...['中文', '简体', '简体中文', '汉语', 'zh', 'zh-cn', 'zh-sg', 'cn', 'chinese', 'zh_cn', 'zh-hans'].map(
    (word) => [word, 'zh-Hans'] as const,
  ),
  ...['繁體', '繁体', '繁體中文', '正體中文', 'zh-tw', 'zh-hk', 'zh_tw', 'tw', 'zh-hant'].map(
    (word) => [word, 'zh-Hant'] as const,
  ),
  ...['英文', '英语', '英語', 'english', 'en-us', 'en-gb'].map((word) => [word, 'en'] as const),
  ...[
    '北京',
    '上海',
    '中国',
    '北京时间',
    'asia/beijing',
    'asia/peking',
    'cst',
    'gmt+8',
    'utc+8',
    'utc+08:00',
    '+8',
    '+08:00',
  ].map((word) => [word, 'Asia/Shanghai'] as const),
  ...['台北', '臺北', '台湾', '台灣'].map((word) => [word, 'Asia/Taipei'] as const),
  ['香港', 'Asia/Hong_Kong'],
  ['新加坡', 'Asia/Singapore'],
  ['东京', 'Asia/Tokyo'],
  ['全文', 'full'],
  ['摘要', 'excerpt'],
]);

/** A time of day in another form: `5点30`, `05.30`, `7:30 pm`; undefined for any other text. */
function timeOf(text: string): string | undefined {
  const [, hour, minute = '00', half] = /^(\d{1,2})[:.点時时h](\d{2})?分?\s*(am|pm)?$/i.exec(text) ?? [];
  if (hour === undefined) return undefined;
  const later = half?.toLowerCase() === 'pm' && Number(hour) < 12 ? 12 : 0;
  return `${String(Number(hour) + later).padStart(2, '0')}:${minute}`;
}

/** A text as the list that it may stand for: `world，china`, `【world】`. */
function listOf(value: string): string[] {
  return value
    .replace(/^[\s[【［〔(（]+|[\s\]】］〕)）]+$/g, '')
    .split(/[,，、;；]/)
    .map(unquoted)
    .filter((part) => part !== '');
}

/** The feed for an address that stands in the list by itself; undefined for any other text. */
function feedOf(value: string, data: unknown): object | undefined {
  const host = /^https?:\/\//.test(value) ? URL.parse(value)?.hostname : undefined;
  if (host === undefined) return undefined;
  return { id: feedIdFor(host.replace(/^www\./, ''), otherIds(data, [])), url: value };
}

/** The ids of the other feeds. */
function otherIds(data: unknown, path: Path): Set<string> {
  const feeds = (data as { feeds?: unknown } | null)?.feeds;
  if (!Array.isArray(feeds)) return new Set();
  return new Set(feeds.flatMap((feed, index) => (index === path[1] ? [] : [String(feed?.id ?? '')])));
}

/** Whether the schema accepts a value in a place of the file. */
function isAccepted(path: Path, value: unknown, data: unknown): boolean {
  const changed = structuredClone(data);
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((inside, part) => (inside as Record<PropertyKey, unknown> | undefined)?.[part], changed);
  const name = path.at(-1);
  if (typeof parent !== 'object' || parent === null || name === undefined) return false;
  (parent as Record<PropertyKey, unknown>)[name] = value;
  const issues = configSchema.safeParse(changed).error?.issues ?? [];
  return !issues.some((issue) => path.every((part, index) => issue.path[index] === part));
}
