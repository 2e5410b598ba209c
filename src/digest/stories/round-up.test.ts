import { describe, expect, test } from 'vitest';
import { isRoundUp } from './round-up.ts';

describe('isRoundUp', () => {
  test.each([
    'Morning briefing: ferry strike, new comet and a goose',
    'Ferry strike ends; comet found | Evening digest',
    'What to know today',
    'Five things to know for Tuesday',
    '渡轮罢工与彗星：外国报纸摘要',
    '《早报》渡轮罢工 彗星六月最亮',
    '晚间要闻：大桥封闭；体育场揭幕',
    '簡報：渡輪罷工；彗星',
    'Presseschau: Der Streik und die Folgen',
    'Das Wichtigste am Morgen: Fähren, Komet',
    'Grève des ferries, la comète – Revue de presse',
    'Resumen del día: huelga y cometa',
    'Обзор прессы: забастовка паромов',
    'Điểm tin sáng: phà đình công',
    '[간추린 뉴스] 여객선 파업',
  ])('recognises %s', (title) => {
    expect(isRoundUp(title)).toBe(true);
  });

  test.each([
    'Ferry crews strike over night pay',
    'Minister: the briefing was no secret',
    'Pentagon press briefing room closes',
    '国防部简报室关闭',
    '海角日报：渡轮罢工',
    '渡轮罢工的三个原因 - 要闻解说',
    'Digest of Roman law found in Ellery',
    'Comité resume la huelga',
    '',
  ])('does not take %s for one', (title) => {
    expect(isRoundUp(title)).toBe(false);
  });
});
