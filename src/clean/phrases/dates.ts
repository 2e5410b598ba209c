import { phraseList, phraseTable } from '../phrases.ts';

const month =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const weekday =
  '(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?|(?:星期|周|週|礼拜)[一二三四五六日天])';

/** Instants, days, times of day and distances in time, as sites print them beside a headline. */
export const times = phraseList([
  [
    'mul',
    /\d{4}-\d{1,2}-\d{1,2}[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?/gi,
    '2020-11-27T06:30:00.123Z',
  ],
  ['mul', /\d{4}\s?[年/.-]\s?\d{1,2}\s?[月/.-]\s?\d{1,2}\s?日?/g, '2020年 11月 27日'],
  ['mul', /\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/g, '27/11/2020'],
  ['en', new RegExp(`\\d{1,2}(?:st|nd|rd|th)?\\.? ${month}\\.?,? \\d{4}`, 'gi'), '27th November 2020'],
  ['en', new RegExp(`${month}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}`, 'gi'), 'Nov. 27, 2020'],
  ['zh', /\d{1,2}\s?月\s?\d{1,2}\s?日/g, '11月27日'],
  [
    'zh',
    /(?:\d{1,3}|几|数|半)\s?(?:秒钟?|分钟|分鐘|个?小时|個?小時|天|日|周|週|个?月|個?月|年)\s?[之以]?前/g,
    '18 分钟前',
  ],
  ['en', /(?:an?|\d{1,3}) (?:second|minute|min|hour|hr|day|week|month|year)s? ago/gi, '3 hours ago'],
  [
    'mul',
    /(?:上午|下午|晚上|凌晨|中午)?\s?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?\s?(?:[ap]\.?m\b\.?)?/gi,
    '下午 6:30',
  ],
  ['zh', /\d{1,2}\s?[时時点點]\s?\d{1,2}\s?分/g, '6时30分'],
  ['mul', /(?:GMT|UTC|CET|CEST|EST|EDT|PST|PDT|BST|JST|HKT|北京时间)(?:[+-]\d{1,4})?/g, 'UTC+0800'],
  ['mul', new RegExp(`${weekday},?`, 'gi'), 'Friday,'],
  ['mul', /昨天|今天|刚刚|剛剛|昨日|just now|yesterday/gi, 'Yesterday'],
]);

/** Words that introduce such a time. */
export const timeLabels = phraseTable(
  [
    [
      'zh',
      /(?:最后|最後|最近)?(?:发布|發佈|發布|发表|發表|更新|修改|刊登|出版)(?:时间|時間|日期|于|於)?/,
      '最后更新时间',
    ],
    ['zh', /日期/, '日期'],
    ['zh', /时间|時間/, '时间'],
    ['en', /(?:first |last )?(?:published|updated|posted|modified)(?: on| at)?/, 'Last updated on'],
    ['en', /\bdate\b/, 'Date'],
  ],
  { flags: 'gi' },
);
