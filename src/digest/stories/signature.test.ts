import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resemblance } from './fingerprint.ts';
import { bodySignature, readSignature, storySignature, termCode } from './signature.ts';

const text =
  '往返南屏岛的渡轮触礁下沉，船上一百四十六人全部获救，九人受轻伤。海事处说当时有雾，船长正在接受问话，渔船和巡逻艇参加了救援。';

describe('storySignature', () => {
  test('is short ASCII for any title and text, and can be read back', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', maxLength: 4000 }),
        (title, body) => {
          const signature = storySignature(title, body, 'zh-Hans');
          expect(signature).toMatch(/^[\w.:-]{34,300}$/);
          expect(readSignature(signature, 'zh-Hans')).not.toBeNull();
        },
      ),
    );
  });

  test('holds the terms of the text that the title does not hold', () => {
    const { terms } = readSignature(storySignature('渡轮下沉', text, 'zh-Hans'), 'zh-Hans') ?? { terms: [] };
    expect(terms).toContain(termCode('触礁'));
    expect(terms).not.toContain(termCode('渡轮'));
  });

  test('is the same for both Chinese scripts', () => {
    expect(storySignature('渡輪下沉', '船長正在接受問話，漁船參加了救援', 'zh-Hans')).toBe(
      storySignature('渡轮下沉', '船长正在接受问话，渔船参加了救援', 'zh-Hans'),
    );
  });

  test('leaves out what stands below pictures', () => {
    const body = `<figure><img src="https://example.org/a.jpg" alt=""><figcaption>资料图片</figcaption></figure><p>${text}</p>`;
    expect(bodySignature('渡轮下沉', body, 'zh-Hans')).toBe(storySignature('渡轮下沉', text, 'zh-Hans'));
  });

  test('tells a damaged signature from one of its own', () => {
    expect(readSignature('', 'zh-Hans')).toBeNull();
    expect(readSignature('渡轮', 'zh-Hans')).toBeNull();
    expect(readSignature(`${storySignature('渡轮', text, 'zh-Hans')}x`, 'zh-Hans')).toBeNull();
  });
});

describe('the fingerprint in a signature', () => {
  const fingerprint = (body: string) =>
    readSignature(storySignature('', body, 'zh-Hans'), 'zh-Hans')?.fingerprint ?? null;

  test('finds a text that was changed in a few words, and no other', () => {
    const changed = text.replace('九人', '十一人').replace('问话', '询问');
    const other =
      '气象台傍晚发布暴雨预警，北岸六县明天停课，六小时内雨量可能很大，铁路部门说两趟慢车停开，景区关闭。';
    expect(resemblance(fingerprint(text), fingerprint(changed))).toBeGreaterThan(0.6);
    expect(resemblance(fingerprint(text), fingerprint(other))).toBeLessThan(0.2);
  });

  test('is none for a text too short to be recognised', () => {
    expect(fingerprint('图：渡轮')).toBeNull();
    expect(resemblance(null, null)).toBe(0);
  });
});
