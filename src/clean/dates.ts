import { remembered } from '../text/remembered.ts';

const month =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const weekday =
  '(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?|(?:星期|周|週|礼拜)[一二三四五六日天])';

/** Spellings of instants, days, times of day and distances in time, as sites print them beside a headline. */
const spellings: readonly RegExp[] = [
  /\d{4}-\d{1,2}-\d{1,2}[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?/gi,
  /\d{4}\s?[年/.-]\s?\d{1,2}\s?[月/.-]\s?\d{1,2}\s?日?/g,
  /\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/g,
  new RegExp(`\\d{1,2}(?:st|nd|rd|th)?\\.? ${month}\\.?,? \\d{4}`, 'gi'),
  new RegExp(`${month}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}`, 'gi'),
  /\d{1,2}\s?月\s?\d{1,2}\s?日/g,
  /(?:\d{1,3}|几|数|半)\s?(?:秒钟?|分钟|分鐘|个?小时|個?小時|天|日|周|週|个?月|個?月|年)\s?[之以]?前/g,
  /(?:an?|\d{1,3}) (?:second|minute|min|hour|hr|day|week|month|year)s? ago/gi,
  /(?:上午|下午|晚上|凌晨|中午)?\s?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?\s?(?:[ap]\.?m\b\.?)?/gi,
  /\d{1,2}\s?[时時点點]\s?\d{1,2}\s?分/g,
  /(?:GMT|UTC|CET|CEST|EST|EDT|PST|PDT|BST|JST|HKT|北京时间)(?:[+-]\d{1,4})?/g,
  new RegExp(`${weekday},?`, 'gi'),
  /昨天|今天|刚刚|剛剛|昨日|just now|yesterday/gi,
];

/** Words that introduce such a time. */
const labels =
  /(?:最后|最後|最近)?(?:发布|發佈|發布|发表|發表|更新|修改|刊登|出版)(?:时间|時間|日期|于|於)?|日期|时间|時間|(?:first |last )?(?:published|updated|posted|modified)(?: on| at)?|\bdate\b/gi;

/** What remains of a text when times, their labels and punctuation are taken out; null when it names no time. */
export const besideTimes = remembered((text): string | null => {
  let rest = text;
  for (const spelling of spellings) rest = rest.replace(spelling, '\ue000');
  if (!rest.includes('\ue000')) return null;
  return rest
    .replace(labels, ' ')
    .replace(/[\ue000\p{P}\p{S}\s]+/gu, ' ')
    .trim();
});
