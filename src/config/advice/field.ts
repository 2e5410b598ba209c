import { closestMatch } from 'leven';
import type { z } from 'zod';
import { withoutPasswords } from '../../text/without-passwords.ts';
import type { Advice, Path } from '../advice.ts';
import { lineAdvice, spaceAdvice } from './line.ts';
import { repairedLine } from './repair.ts';
import { exampleLine, fieldsAt, lastName } from './schema-lookup.ts';

/** Advice for what the schema rejects. `data` is the whole file, parsed. */
export function fieldAdvice(issue: z.core.$ZodIssue, data: unknown): Advice {
  const value = valueAt(data, issue.path);
  const found = show(value);
  if (issue.code === 'unrecognized_keys') {
    const fields = fieldsAt(issue.path.slice(0, -1));
    const [name = ''] = issue.keys;
    if (/^[^\S ]/.test(name)) return spaceAdvice;
    const near = nearest(name, fields);
    return {
      message: 'there is no field with this name',
      hint: near === null ? `fields here: ${fields.join(', ')}` : `did you mean ${near}?`,
    };
  }
  if (value === undefined) return { message: 'is missing', hint: `write ${exampleLine(issue.path)}` };
  if (issue.message === 'id used twice') {
    const line = repairedLine(issue, data, String(value));
    return {
      message: `two feeds have the id ${found}`,
      hint: `give one of them another id: ${line ?? exampleLine(issue.path)}`,
    };
  }
  const byText = typeof value === 'string' ? textForGroup(issue, value) : null;
  if (byText !== null) return byText;
  const said = mayBeSecret(issue.path) ? '' : `; found ${found}`;
  const line = mayBeSecret(issue.path) ? null : repairedLine(issue, data, value);
  const hint = line === null ? hintFor(issue, value) : `write ${line}`;
  return { message: `${expectation(issue)}${said}`, hint };
}

/** Advice for a text where a group of fields belongs: a line without a proper colon, or something else altogether. */
function textForGroup(issue: z.core.$ZodIssue, value: string): Advice | null {
  if (issue.code !== 'invalid_type' || !/^(?:object|record)$/.test(issue.expected)) return null;
  if (issue.path.length === 0 && /^\s*</.test(value))
    return {
      message: 'this is a web page, not a list of feeds',
      hint: 'on GitHub, open the file, press Raw, and copy what is shown then',
    };
  return lineAdvice(value.split('\n', 1)[0] ?? '');
}

/** Whether the value of a field may be a login, which no message repeats. */
function mayBeSecret(path: Path): boolean {
  return path[0] === 'feeds' && (path[2] === 'headers' || path[2] === 'proxy');
}

/** An example of the field. A text that YAML reads as a number or as true is shown in quotation marks instead. */
function hintFor(issue: z.core.$ZodIssue, value: unknown): string {
  const unquoted = typeof value === 'number' || typeof value === 'boolean';
  if (issue.code === 'invalid_type' && issue.expected === 'string' && unquoted)
    return `write it in quotation marks: ${lastName(issue.path)}: "${value}"`;
  return `write for example ${exampleLine(issue.path)}`;
}

/** What the value should be, as the end of a sentence that begins with the field's name. */
function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `should be ${typeNames[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return (
        sentences[issue.message] ?? `should be at least ${String(issue.minimum)}${units[issue.origin] ?? ''}`
      );
    case 'too_big':
      return `should be at most ${String(issue.maximum)}${units[issue.origin] ?? ''}`;
    case 'invalid_value':
      return `should be one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_key':
      return 'has a name that is not allowed here';
    default:
      return sentences[issue.message] ?? issue.message;
  }
}

/** zod's names of types. */
const typeNames: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list (lines that start with -)',
  object: 'a group of fields',
  record: 'a group of fields',
};
const units: Record<string, string> = { string: ' characters long', array: ' entries long' };

/** Sentences for the error codes of `schema/values.ts` and `schema.ts`. */
const sentences: Record<string, string> = {
  'unknown time zone': 'is not a known time zone',
  'not a time of day': 'should be hours and minutes of a 24-hour clock',
  'not an http(s) address':
    'should be an address that starts with http:// or https:// and has no space, user name or password in it',
  'punctuation at the end': 'ends with a punctuation mark that is not part of the address',
  'a secret as host':
    'should name its host in full: only a part after it (a path, a parameter) may be a secret, written as ${NAME}',
  'not a secret name':
    'should name each secret as ${NAME}, in capital letters, digits and underscores, not beginning with GITHUB_',
  'not a header value': 'should be one line of plain letters, digits and signs',
  'a login in the open':
    'would be read by everybody who sees this file: put the secret part into a secret, and write its name as ${NAME}',
  'not a proxy address':
    'should be an address that starts with http:// or https:// without a login, or one secret that holds the whole address, such as ${MY_PROXY}',
  'not a picture service':
    'should be an address that starts with https:// and has {url} once, in place of the address of the picture',
  'not a feed id': 'should have at most 40 characters: small letters, digits and single hyphens',
  'not a topic': 'should start with a letter or digit and have no punctuation except hyphens',
  'not a language tag': 'should be a language tag',
  'not a mute rule': 'should be a word, or a pattern between slashes in which every bracket is closed',
  'slow mute rule':
    'is a pattern that could take very long: leave out \\1 and the like, or one of its repetitions',
  'not a selector': 'should be a CSS selector, in which every bracket is closed',
  'not a selector or a phrase':
    'looks like a CSS selector and is none: close its brackets, or begin a phrase with a letter',
  'no feeds': 'should have at least one feed',
};

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) => (value as Record<PropertyKey, unknown> | undefined)?.[part],
    data,
  );
}

/** A text without names and passwords of addresses, even of one whose scheme is missing or misspelt. */
function withoutLogin(text: string): string {
  return withoutPasswords(text).replace(/[^\s"'/:@…]+:(?!\/\/)[^\s"'@]*@/gu, '…@');
}

/** A value as shown in a message, at most 80 characters long. */
function show(value: unknown): string {
  const text = withoutLogin(JSON.stringify(value ?? undefined) ?? 'nothing');
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** The known field that a misspelt name was meant for: at most two letters differ. */
function nearest(name: string, fields: string[]): string | null {
  const meant = chineseNames[name];
  if (meant !== undefined && fields.includes(meant)) return meant;
  return closestMatch(name.toLowerCase(), fields, { maxDistance: 2 }) ?? null;
}

/** What the fields might be called in Chinese. */
const chineseNames: Record<string, string> = {
  ...{ 标题: 'title', 標題: 'title', 名称: 'title', 名字: 'title', 副标题: 'tagline' },
  ...{ 网址: 'url', 地址: 'url', 链接: 'url', 語言: 'language', 语言: 'language' },
  ...{ 时区: 'timeZone', 時區: 'timeZone', 主题: 'topics', 栏目: 'topics', 话题: 'topics' },
  ...{ 全文: 'fullText', 启用: 'enabled', 图片: 'pictures', 备注: 'note', 屏蔽: 'mute', 权重: 'weight' },
  ...{ 网站: 'site', 站点: 'site', 订阅: 'feeds', 源: 'feeds' },
};
