import { phraseTable } from '../phrases.ts';

/** Invitations to follow whoever wrote the article. "Millions follow him" is none. */
export const invitations = phraseTable(
  [
    [
      'zh',
      /(?:欢迎|歡迎|请|請|可以?)[^。]{0,24}(?:关注|關注|追踪|追蹤)(?:他|她|其|作者|笔者|筆者)/,
      '欢迎在微博上关注作者',
    ],
    [
      'en',
      /(?:^|[.。)\]”"]\s*)(?:you can )?(?:follow|find) (?:him|her|them|me|\p{Lu}[\p{L}.’' -]{1,40}) (?:on|at) /u,
      'Ada Moor writes about harbours. Follow her on Mastodon.',
    ],
    [
      'en',
      /(?:^|[.。]\s*)(?:he|she|they) tweets? (?:at|as)\b/,
      'Ada Moor writes about harbours. She tweets at @moor.',
    ],
  ],
  { flags: 'iu' },
);

/** Where to follow an author, when the line has no link. */
export const places = phraseTable([
  ['mul', /@\w/, '@moor'],
  ['en', /twitter/, 'on Twitter'],
  ['zh', /推特/, '在推特上'],
  ['en', /facebook/, 'on Facebook'],
  ['zh', /脸书|臉書/, '在脸书上'],
  ['en', /instagram/, 'on Instagram'],
  ['en', /mastodon/, 'on Mastodon'],
  ['en', /bluesky/, 'on Bluesky'],
  ['en', /threads/, 'on Threads'],
  ['en', /linkedin/, 'on LinkedIn'],
  ['zh', /微博/, '在微博上'],
  ['zh', /微信/, '在微信上'],
  ['en', /youtube/, 'on YouTube'],
  ['en', /telegram/, 'on Telegram'],
]);

/** How a line begins that announces the author's biography. */
export const announcements = phraseTable(
  [
    ['zh', /(?:关于|關於)(?:作者|笔者|筆者|译者|譯者)/, '关于作者'],
    ['zh', /(?:作者|笔者|筆者)(?:简介|簡介|介绍|介紹)/, '作者简介：'],
    ['en', /about the (?:authors?|writers?)/, 'About the author:'],
  ],
  { before: '^', after: String.raw`\s*[:：]?`, flags: 'iu' },
);
