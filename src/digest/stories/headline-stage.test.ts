import { describe, expect, test } from 'vitest';
import { type Stage, stageOf } from './headline-stage.ts';

const cases: [Stage, string[]][] = [
  [
    'result',
    [
      'Third-tier Ellery knock holders Dunmore out of the cup',
      'Central bank cuts rate by a quarter point',
      '渡轮“海燕七号”触礁下沉 全部获救',
      '“海燕七号”乘客全部脱险',
      '“Lady Maude” raised from the river bed',
      '丰城市长选举：陆明当选',
      'Drittligist wirft Titelverteidiger aus dem Pokal',
      'Le Sénat adopte la réforme',
      'Caja Marina rechaza la oferta',
      'Мэра приговорили к девяти годам',
      '',
    ],
  ],
  [
    'running',
    [
      'Exit poll puts Vane ahead in Ellery',
      'Live: ferry rescue off Gannet Point',
      '出口民调：陆明领先',
      'Hochrechnung sieht Vane vorn',
      'Elecciones en Ellery: recuento en directo',
    ],
  ],
  [
    'preview',
    [
      'Economists expect small cut ahead of central bank meeting',
      'Ellery hope for a miracle: cup tie preview',
      '丰城市长选举即将投票',
      'Ökonomen erwarten vor der Sitzung eine kleine Senkung',
      'ЦБ накануне заседания',
      '開票へ向け準備、あす投票を控え',
    ],
  ],
  [
    'commentary',
    [
      'Why the rudder failed',
      'Analysis: what the cut means for savers',
      '“We heard a crunch”: passengers describe collision',
      '评论：渡轮为何触礁',
      'Kommentar: Zu spät gesenkt',
      'Is the bridge safe?',
    ],
  ],
  [
    'statement',
    ['Full text: the governor’s statement', '行长讲话全文', 'Im Wortlaut: Erklärung der Notenbank'],
  ],
];

describe('stageOf', () => {
  test.each(cases.flatMap(([stage, titles]) => titles.map((title) => [stage, title] as const)))(
    'reads a %s in: %s',
    (stage, title) => {
      expect(stageOf(title).stage).toBe(stage);
    },
  );

  test('names the sign', () => {
    expect(stageOf('Exit poll puts Vane ahead').sign).toBe('exit poll');
    expect(stageOf('Bank cuts rate').sign).toBe('');
  });
});
