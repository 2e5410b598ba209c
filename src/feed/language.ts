/** Scripts that tell a language well enough to choose fonts and direction, with the tag each stands for. */
const SCRIPTS: readonly { letters: RegExp; tag: string }[] = [
  { letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, tag: 'ja' },
  { letters: /\p{Script=Hangul}/gu, tag: 'ko' },
  { letters: /\p{Script=Han}/gu, tag: 'zh' },
  { letters: /\p{Script=Arabic}/gu, tag: 'ar' },
  { letters: /\p{Script=Hebrew}/gu, tag: 'he' },
  { letters: /\p{Script=Cyrillic}/gu, tag: 'ru' },
  { letters: /\p{Script=Greek}/gu, tag: 'el' },
  { letters: /\p{Script=Thai}/gu, tag: 'th' },
  { letters: /\p{Script=Devanagari}/gu, tag: 'hi' },
];

/** A language tag in BCP 47's spelling (`en_us` → `en-US`), or null for what is none. */
export function languageTag(tag: string | null | undefined): string | null {
  const text = tag?.trim().replaceAll('_', '-').replace(/\..*$/, '');
  if (!text || !/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(text)) return null;
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null;
  } catch {
    return null;
  }
}

/** The language that a text's script tells, or null: Latin letters tell none. */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, 2000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return null;
  for (const { letters: script, tag } of SCRIPTS) {
    const share = (sample.match(script)?.length ?? 0) / letters;
    if (share > (tag === 'ja' ? 0.1 : 0.3)) return tag;
  }
  return null;
}

const RIGHT_TO_LEFT = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'ks',
  'ku-Arab',
  'nqo',
  'pa-Arab',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
]);
/** Which way a language is written, for the `dir` attribute. */
export function direction(tag: string | null): 'ltr' | 'rtl' {
  if (!tag) return 'ltr';
  const script = /-(Arab|Hebr|Latn|Cyrl|Thaa|Syrc|Nkoo)\b/.exec(tag)?.[1];
  if (script) return script === 'Latn' || script === 'Cyrl' ? 'ltr' : 'rtl';
  return RIGHT_TO_LEFT.has(tag.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}
