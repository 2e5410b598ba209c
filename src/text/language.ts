import { memoize } from './memoize.ts';

interface Script {
  /** Code of ISO 15924. */
  name: string;
  /** The language that a text in this script is most likely written in. */
  language: string;
  /** The Unicode blocks of its letters. */
  blocks: readonly (readonly [number, number])[];
  /** A text is in this script if more than this share of its letters is: Japanese mixes three scripts. */
  least: number;
}

/** Scripts other than Latin, in the order in which `detectScript` tries them. */
const SCRIPTS: readonly Script[] = [
  { name: 'Jpan', language: 'ja', blocks: [[0x3041, 0x30ff]], least: 0.1 },
  {
    name: 'Kore',
    language: 'ko',
    blocks: [
      [0x1100, 0x11ff],
      [0xac00, 0xd7a3],
    ],
    least: 0.2,
  },
  {
    name: 'Hani',
    language: 'zh',
    blocks: [
      [0x3400, 0x4dbf],
      [0x4e00, 0x9fff],
      [0xf900, 0xfaff],
    ],
    least: 0.3,
  },
  {
    name: 'Arab',
    language: 'ar',
    blocks: [
      [0x0620, 0x077f],
      [0x08a0, 0x08ff],
      [0xfb50, 0xfeff],
    ],
    least: 0.5,
  },
  { name: 'Hebr', language: 'he', blocks: [[0x05d0, 0x05ff]], least: 0.5 },
  { name: 'Cyrl', language: 'ru', blocks: [[0x0400, 0x052f]], least: 0.5 },
  { name: 'Grek', language: 'el', blocks: [[0x0370, 0x03ff]], least: 0.5 },
  { name: 'Thai', language: 'th', blocks: [[0x0e01, 0x0e4f]], least: 0.5 },
  { name: 'Deva', language: 'hi', blocks: [[0x0904, 0x097f]], least: 0.5 },
];
const SAMPLE = 300;

/** Common characters that only one of the two Chinese scripts has, in the same order in both lists. */
const SIMPLIFIED = inBrackets(
  '们这国说时来对学会过为东车长门问间关开见现话语让认识谁请谢买卖读写书报纸听记员张陈刘赵钱岁爱华农业产实发经济与从众优传体' +
    '云动静渔钓阳阴风飞鸟鱼马龙岛湾滨广场厂铁桥头无难电视网络线级给绝统续红约组细终结边还进远运连选适达迟' +
    '当应该总战乱伤号亿万岁种类样点热烟灯灾带帮师归几处备复夺奖庄举乐乔习乡亏争亚伟债价众仅仓务劳势',
);
const TRADITIONAL = inBrackets(
  '們這國說時來對學會過為東車長門問間關開見現話語讓認識誰請謝買賣讀寫書報紙聽記員張陳劉趙錢歲愛華農業產實發經濟與從眾優傳體' +
    '雲動靜漁釣陽陰風飛鳥魚馬龍島灣濱廣場廠鐵橋頭無難電視網絡線級給絕統續紅約組細終結邊還進遠運連選適達遲' +
    '當應該總戰亂傷號億萬歲種類樣點熱煙燈災帶幫師歸幾處備復奪獎莊舉樂喬習鄉虧爭亞偉債價眾僅倉務勞勢',
);

function inBrackets(characters: string): RegExp {
  return new RegExp(`[${characters}]`, 'g');
}

/**
 * Normalises a language tag to BCP 47 (`en_us` → `en-US`). Null for an invalid tag, and for two letters that are the
 * code of a country and of no language, such as `cn` and `jp`.
 */
export function languageTag(tag: string | null | undefined): string | null {
  return tag ? readTag(tag) : null;
}

const readTag = memoize((tag): string | null => {
  const text = tag.trim().replaceAll('_', '-').replace(/\..*$/, '');
  if (!text || !/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(text)) return null;
  try {
    const [found = ''] = Intl.getCanonicalLocales(text);
    return /^[a-z]{2}(-|$)/.test(found) && !isLanguage(found.slice(0, 2)) ? null : found || null;
  } catch {
    return null;
  }
});

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** Whether two letters are a language of ISO 639-1: Unicode has a name for each of them. */
const isLanguage = (code: string): boolean => names.of(code) !== undefined;

/** Detects the language of a text by its script. Null for Latin letters, which many languages share. */
export function detectLanguage(text: string): string | null {
  const found = detectScript(text);
  return found?.language === 'zh' ? chinese(text.slice(0, SAMPLE)) : (found?.language ?? null);
}

/**
 * The language of a text: `declared`, unless the text is in a script that the declared language does not use; then the
 * detected language. Many templates of feeds declare `en` for texts in any language.
 */
export function languageOf(text: string, declared: string | null): string | null {
  const found = detectScript(text);
  if (found === null || (declared !== null && isWrittenIn(declared, found.name))) return declared;
  return detectLanguage(text);
}

function detectScript(text: string): Script | null {
  const sample = text.slice(0, SAMPLE);
  if (!/[\u0370-\uffff]/.test(sample)) return null;
  const counts = new Map<Script, number>();
  let letters = 0;
  for (let at = 0; at < sample.length; at++) {
    const code = sample.charCodeAt(at);
    const script = code < 0x370 ? null : scriptOfLetter(code);
    if (script !== null || isLatin(code)) letters++;
    if (script !== null) counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  return SCRIPTS.find((script) => (counts.get(script) ?? 0) > letters * script.least) ?? null;
}

function isLatin(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code < 0x250);
}

function scriptOfLetter(code: number): Script | null {
  for (const script of SCRIPTS) {
    for (const [from, to] of script.blocks) if (code >= from && code <= to) return script;
  }
  return null;
}

function isWrittenIn(tag: string, script: string): boolean {
  const usual = scriptOf(tag);
  return usual === script || (script === 'Hani' && /^(?:Han[st]|Jpan|Kore|Hani)$/.test(usual));
}

function chinese(text: string): string {
  const simplified = text.match(SIMPLIFIED)?.length ?? 0;
  const traditional = text.match(TRADITIONAL)?.length ?? 0;
  if (simplified === traditional) return 'zh';
  return simplified > traditional ? 'zh-Hans' : 'zh-Hant';
}

/** The ISO 15924 code of the script that a language usually uses (`Latn`, `Hans`). */
const scriptOf = memoize((tag): string => new Intl.Locale(tag).maximize().script ?? '');

const RIGHT_TO_LEFT = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr']);

/** The direction in which a language is written, for the `dir` attribute. */
export function direction(tag: string | null): 'ltr' | 'rtl' {
  const known = languageTag(tag);
  return known !== null && RIGHT_TO_LEFT.has(scriptOf(known)) ? 'rtl' : 'ltr';
}
