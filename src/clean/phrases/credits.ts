import { phraseTable } from '../phrases.ts';

/** How a line begins that says who made the article. */
export const creditLabels = phraseTable(
  [
    ['zh', /来源|來源/, '来源：北岸日报'],
    ['zh', /资料来源|資料來源/, '资料来源：北岸日报'],
    ['zh', /作者/, '作者：林溪'],
    ['zh', /译者|譯者/, '译者：林溪'],
    ['zh', /记者|記者/, '記者／林溪'],
    ['zh', /编辑|編輯/, '编辑：林溪'],
    ['zh', /责编|責編/, '责编：林溪'],
    ['zh', /编译|編譯/, '编译：林溪'],
    ['zh', /翻译|翻譯/, '翻译：林溪'],
    ['zh', /审校|審校/, '审校：林溪'],
    ['zh', /校对|校對/, '校对：林溪'],
    ['zh', /摄影|攝影/, '摄影：林溪'],
    ['zh', /撰文/, '撰文：林溪'],
    ['zh', /撰稿/, '撰稿：林溪'],
    ['zh', /采访|採訪/, '采访：林溪'],
    ['zh', /图片?|圖片?/, '图／林溪'],
    ['zh', /文字?/, '文｜林溪'],
    [
      'en',
      /(?:source|author|photo|image|credit|editor|translator|translation|illustration)s?/,
      'Editors: A. Moor',
    ],
  ],
  { before: '^', after: String.raw`\s*[:：/／|｜]`, flags: 'iu' },
);
