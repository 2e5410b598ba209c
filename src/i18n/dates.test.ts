import { describe, expect, test } from 'vitest';
import { dates } from './dates.ts';
import { textsOf } from './languages.ts';

const at = (timeZone: string) => ({ time: '05:30', timeZone });
const zh = dates(textsOf('zh-Hans'), at('Asia/Shanghai'));
const en = dates(textsOf('en'), at('Europe/Berlin'));

describe('dates', () => {
  test('name the weekday in the language of the site', () => {
    expect(zh.day('2026-11-22')).toBe('2026年11月22日 星期日');
    expect(dates(textsOf('zh-Hant'), at('Asia/Taipei')).day('2026-11-22')).toBe('2026年11月22日 星期日');
    expect(en.day('2026-11-22')).toBe('Sunday 22 November 2026');
  });

  test('name months and years', () => {
    expect([zh.month('2026-11'), en.month('2026-11'), zh.year('2026')]).toEqual([
      '2026年11月',
      'November 2026',
      '2026年',
    ]);
  });

  test('begin the week on Monday', () => {
    expect(zh.weekdays.map(({ narrow }) => narrow).join('')).toBe('一二三四五六日');
    expect(en.weekdays[0]).toEqual({ narrow: 'M', long: 'Monday' });
  });
});

describe('times', () => {
  test('are in the time zone of the site, with its offset for machines', () => {
    expect(zh.time('2026-11-21T23:10:00.000Z')).toBe('07:10');
    expect(zh.machine('2026-11-21T23:10:00.000Z')).toBe('2026-11-22T07:10+08:00');
    expect(en.machine('2026-07-01T23:10:00.000Z')).toBe('2026-07-02T01:10+02:00');
  });

  test('have the day in front when they are not of the 24 hours that an edition gathers', () => {
    expect(zh.timeOn('2026-11-21T23:10:00.000Z', '2026-11-22')).toBe('07:10');
    expect(zh.timeOn('2026-11-20T23:10:00.000Z', '2026-11-22')).toBe('07:10');
    expect(zh.timeOn('2026-11-20T21:20:00.000Z', '2026-11-22')).toBe('11月21日 05:20');
  });

  test('are never 24:00', () => {
    expect(en.time('2026-11-21T23:00:00.000Z')).toBe('00:00');
  });

  test('name the zone as people know it', () => {
    expect([zh.zone, en.zone, dates(textsOf('en'), at('UTC')).zone]).toEqual([
      '中国标准时间',
      'Central European Time',
      'Coordinated Universal Time',
    ]);
  });
});
