/** Letters beyond Latin, and what a text in them is most likely written in. */
const SCRIPTS: readonly { letters: RegExp; language: string; script: string; least: number }[] = [
  { letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, language: 'ja', script: 'Jpan', least: 0.1 },
  { letters: /\p{Script=Hangul}/gu, language: 'ko', script: 'Kore', least: 0.2 },
  { letters: /\p{Script=Han}/gu, language: 'zh', script: 'Hani', least: 0.3 },
  { letters: /\p{Script=Arabic}/gu, language: 'ar', script: 'Arab', least: 0.5 },
  { letters: /\p{Script=Hebrew}/gu, language: 'he', script: 'Hebr', least: 0.5 },
  { letters: /\p{Script=Cyrillic}/gu, language: 'ru', script: 'Cyrl', least: 0.5 },
  { letters: /\p{Script=Greek}/gu, language: 'el', script: 'Grek', least: 0.5 },
  { letters: /\p{Script=Thai}/gu, language: 'th', script: 'Thai', least: 0.5 },
  { letters: /\p{Script=Devanagari}/gu, language: 'hi', script: 'Deva', least: 0.5 },
];
const SAMPLE = 300;

/** Characters of everyday words that only one of the two ways of writing Chinese has, in the same order. */
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
  const found = detectScript(text);
  return found?.language === 'zh' ? chinese(text.slice(0, SAMPLE)) : (found?.language ?? null);
}

/**
 * The language of a text that is declared to be in `declared`: that, unless the text is in a script in which the declared
 * language is not written. Templates of feeds say `en` whatever the publisher writes.
 */
export function languageOf(text: string, declared: string | null): string | null {
  const found = detectScript(text);
  if (found === null || (declared !== null && isWrittenIn(declared, found.script))) return declared;
  return detectLanguage(text);
}

function detectScript(text: string): (typeof SCRIPTS)[number] | null {
  const sample = text.slice(0, SAMPLE);
  if (!/[\u0370-\uffff]/.test(sample)) return null;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return null;
  return (
    SCRIPTS.find(({ letters: own, least }) => (sample.match(own)?.length ?? 0) / letters > least) ?? null
  );
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

const scripts = new Map<string, string>();

/** The script that a language is usually written in, as ISO 15924 has it (`Latn`, `Hans`). */
function scriptOf(tag: string): string {
  const known = scripts.get(tag);
  if (known !== undefined) return known;
  const script = new Intl.Locale(tag).maximize().script ?? '';
  scripts.set(tag, script);
  return script;
}

const RIGHT_TO_LEFT = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr']);

/** Which way a language is written, for the `dir` attribute. */
export function direction(tag: string | null): 'ltr' | 'rtl' {
  const known = languageTag(tag);
  return known !== null && RIGHT_TO_LEFT.has(scriptOf(known)) ? 'rtl' : 'ltr';
}
