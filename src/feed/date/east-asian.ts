/** Each digit at the index of its value. */
const NUMERALS = '〇一二三四五六七八九';
/** Japanese eras and the Republic of China, each with the year before its first one. */
const ERAS: readonly { name: RegExp; before: number }[] = [
  { name: /令和/, before: 2018 },
  { name: /平成/, before: 1988 },
  { name: /昭和/, before: 1925 },
  { name: /民[国國]/, before: 1911 },
];

/** A Chinese, Japanese or Korean date in Western notation: `2026年11月26日 9时30分` → `2026-11-26 9:30`. */
export function westernised(text: string): string {
  if (!/[年月日년월일时時시:点點]/.test(text) || /^[\x20-\x7e]*$/.test(text)) return text;
  return (
    yearOfEra(arabic(text))
      // A weekday alone before a comma, and a month between day and year, both as in RFC 822: `月, 05 1月 2026`.
      .replace(/^[月火水木金土日월화수목금토일]\s*,/, ' ')
      .replace(/(?<!\d)(\d{1,2})[\s-]+(\d{1,2})\s?[月월][\s-]+(\d{4})(?!\d)/, '$3-$2-$1')
      .replace(
        /(?:星期|礼拜|禮拜|[周週])[一二三四五六七日天]\s?,?|[月火水木金土日]曜日?|[월화수목금토일]요일|\([月火水木金土日월화수목금토일]\)/g,
        ' ',
      )
      .replace(/(\d+)\s*[年년]\s*/g, '$1-')
      .replace(/(\d+)\s*[月월]\s*/g, '$1-')
      .replace(/(\d+)\s*[日号號일]/g, '$1 ')
      .replace(
        /(\d+)\s*[时時点點시]\s*(\d+)\s*[分분]?\s*(?:(\d+)\s*[秒초])?/g,
        (_, hour, minute, second) => `${hour}:${minute}${second ? `:${second}` : ''} `,
      )
      .replace(/(\d+)\s*[时時点點시]/g, '$1:00 ')
      .replace(/-(?=\s*$)/, '')
  );
}

/** Chinese numerals as digits: `二〇二六年十一月` → `2026年11月`. */
function arabic(text: string): string {
  return text
    .replaceAll('零', '〇')
    .replace(/[〇一二三四五六七八九]{4}(?=\s*年)/g, (digits) =>
      [...digits].map((digit) => NUMERALS.indexOf(digit)).join(''),
    )
    .replace(
      /([一二三四五]?)十([一二三四五六七八九]?)(?=\s*[年月日号號时時点點分秒])/g,
      (_, tens: string, ones: string) =>
        String((tens ? NUMERALS.indexOf(tens) : 1) * 10 + (ones ? NUMERALS.indexOf(ones) : 0)),
    )
    .replace(/[一二三四五六七八九](?=\s*[月日号號时時点點分秒])(?!\s*曜)/g, (digit) =>
      String(NUMERALS.indexOf(digit)),
    );
}

/** Years of an era as years AD: `令和8年` → `2026年`. */
function yearOfEra(text: string): string {
  for (const { name, before } of ERAS) {
    const era = new RegExp(`${name.source}\\s*(元|\\d+)\\s*年`);
    if (era.test(text))
      return text.replace(era, (_, year: string) => `${before + (year === '元' ? 1 : Number(year))}年`);
  }
  return text;
}
