import type { PlacedItem } from '../../src/store/stored-item.ts';

/** Invented articles of invented outlets, in several languages and scripts, for papers of any size. */

export const inventedConfig = `
site: { title: 海岸报, tagline: 每天一张, timeZone: Asia/Shanghai, mostOfFeed: 1000 }
topics: { world: 天下, science: 格物 }
feeds:
  - { id: coast, url: "https://coast.example/feed", title: 海岸早报, topics: [world] }
  - { id: hills, url: "https://hills.example/feed", title: 山地週刊, topics: [world, 文化 与 生活] }
  - { id: harbour, url: "https://harbour.example/feed", title: Harbour Wire, topics: [science] }
  - { id: sahil, url: "https://sahil.example/feed", title: صوت المرفأ, topics: [world] }
  - { id: silent, url: "https://silent.example/feed", title: 沉默电台 }
`;

interface Voice {
  feed: string;
  language: string;
  titles: string[];
  excerpt: string;
  body: string;
}

const voices: Voice[] = [
  {
    feed: 'coast',
    language: 'zh-Hans',
    titles: [
      '渡轮改在清晨五点开出，鱼市跟着提前一小时',
      '灯塔换上新镜片，守塔人说夜里能看见对岸的钟',
      '一份关于“无人看守的测潮井连续运行二十三年之后读数漂移及其对沿岸水位估计之影响”的长报告公开了',
    ],
    excerpt: '码头上的人说，早一小时没什么，要紧的是面馆也肯早开门。',
    body: `<figure><img src="https://coast.example/a.jpg" width="1200" height="800" alt="清晨的渡口"><figcaption>清晨五点的渡口。</figcaption></figure><p>渡轮公司周五宣布，自12月1日起头班船改在5点开出。“早一小时没什么，”一位船员说，“要紧的是面馆也肯早开门。”</p><h2>鱼市怎么办</h2><p>鱼市把开秤时间提前到4点，参见<a href="https://coast.example/notice">公告</a>。</p><ul><li>头班：5点</li><li>末班：22点</li></ul><blockquote><p>我们只是跟着潮水走。</p></blockquote><table><tr><th>港口</th><th>班次</th></tr><tr><td>北渡</td><td>42</td></tr></table><p><img src="https://coast.example/b.jpg" alt="没有写明尺寸的图"></p><pre><code>05:00 北渡</code></pre>`,
  },
  {
    feed: 'hills',
    language: 'zh-Hant',
    titles: ['山上的圖書館收到一箱沒有署名的舊地圖', '採茶人改用紙袋，說是為了聽見下雨'],
    excerpt: '箱底壓著一張便條：請還給畫它的人。',
    body: '<p>箱子是郵差在霧裡送來的，寄件人一欄空著。</p><p>館員把地圖攤在三張桌子上，才發現它們拼得起來。</p>',
  },
  {
    feed: 'harbour',
    language: 'en',
    titles: [
      'Tide gauge found to be nine centimetres too honest',
      'Ferry café reopens; the soup has opinions',
    ],
    excerpt: 'Engineers had trusted the well for a decade. The well, it turns out, had not trusted them.',
    body: '<p>The gauge had been right all along, which was the problem. Three reports now have to be read again, slowly.</p><h2>What changes</h2><p>Nothing, until the next spring tide.</p>',
  },
  {
    feed: 'sahil',
    language: 'ar',
    titles: ['الميناء يفتح رصيفه الثالث قبل الموعد', 'الصيادون يجربون شباكا من خيوط الكتان'],
    excerpt: 'قال مدير الميناء إن أول سفينة سترسو صباح الاثنين.',
    body: '<p>قال مدير الميناء إن أول سفينة سترسو صباح الاثنين، وإن الرصيف يتسع لسفينتين.</p><ul><li>الرصيف الأول</li><li>الرصيف الثالث</li></ul><blockquote><p>لم نتوقع ذلك.</p></blockquote>',
  },
];

/**
 * `count` items of one day, the latest first, from each voice in turn. The first items of a voice have the texts
 * above. Later ones have words that no two items share, so that no story contains two of them.
 */
export function inventedItems(day: string, count: number, pictures = true) {
  return Array.from({ length: count }, (_, index) => {
    const voice = voices[index % voices.length] ?? voices[0];
    if (voice === undefined) throw new Error('no voice');
    const turn = Math.floor(index / voices.length);
    const name = `${voice.feed}-${day.replaceAll('-', '')}${String(index).padStart(4, '0')}`;
    const minute = new Date(Date.parse(`${day}T00:00:00+08:00`) + (count - index) * 120_000).toISOString();
    const item: PlacedItem = {
      day,
      name,
      title: voice.titles[turn] ?? gibberish(voice.language, index, 24),
      feed: voice.feed,
      id: name,
      link: `https://${voice.feed}.example/${index}`,
      publishedAt: minute,
      firstSeenAt: minute,
      updatedAt: null,
      author: index % 2 === 0 ? '林远' : null,
      language: voice.language,
      excerpt: turn === 0 ? voice.excerpt : gibberish(voice.language, index + 5000, 80),
      categories: [],
      picture:
        pictures && index % 3 === 0
          ? { url: `https://${voice.feed}.example/${index}.jpg`, width: 600, height: 400, alt: null }
          : null,
      enclosures: [],
      minutes: 2,
      fullText: index % 5 !== 4,
      earlierTitles: index === 0 ? [{ title: '渡轮要改时间了', until: minute }] : [],
      removed: [{ rule: 'promo-footer', count: 1, text: '更多内容' }],
      signature: '',
    };
    return { item, body: voice.body };
  });
}

const letters: Record<string, string> = {
  en: 'abcdefghijklmnopqrstuvwxyz',
  ar: 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي',
};

/** Text of about `length` characters in the script of a language. The same seed gives the same text. */
export function gibberish(language: string, seed: number, length: number): string {
  let state = (seed * 2654435761 + 1) % 2147483648;
  const next = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
  const alphabet = letters[language];
  // The square makes few characters common and most of them rare, as in any language.
  const character = () =>
    alphabet === undefined
      ? String.fromCodePoint(0x4e00 + Math.floor(next() ** 2 * 3000))
      : next() < 0.17
        ? ' '
        : (alphabet[Math.floor(next() * alphabet.length)] ?? '');
  return Array.from({ length }, character).join('').trim();
}
