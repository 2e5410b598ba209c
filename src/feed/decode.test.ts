import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decode } from './decode.ts';

const document = (words: string, label: string | null = null) =>
  `<?xml version="1.0"${label ? ` encoding="${label}"` : ''}?>\n<rss><channel><title>${words}</title></channel></rss>`;

const WORDS = {
  chinese: '港口的渡轮今天早上恢复运行，居民们排队等候。市政府表示，新的时刻表将于下周公布。',
  taiwan: '港口的渡輪今天早上恢復運行，居民們排隊等候。市政府表示，新的時刻表將於下週公布。',
  japanese: '港のフェリーは今朝運航を再開し、住民が列を作って待っていた。市は新しい時刻表を来週発表する。',
  korean: '항구의 여객선이 오늘 아침 운항을 재개했고 주민들이 줄을 서서 기다렸다.',
  russian: 'Паром в гавани сегодня утром возобновил движение, жители стояли в очереди.',
  german: 'Die Fähre fährt wieder, müde Pendler warten am Kai. „Schön“, sagt die Bürgermeisterin.',
  french: 'Le traversier a repris ses navettes à l’aube, les élèves sont déjà à bord, où l’été s’achève.',
  polish:
    'Prom wrócił dziś rano do portu, mieszkańcy czekali w kolejce. Nowy rozkład będzie ogłoszony w środę.',
  greek: 'Το πλοίο επέστρεψε σήμερα το πρωί στο λιμάνι και οι κάτοικοι περίμεναν στην ουρά.',
  hebrew: 'המעבורת חזרה הבוקר לנמל והתושבים המתינו בתור. לוח הזמנים החדש יפורסם בשבוע הבא.',
  arabic: 'عادت العبارة صباح اليوم إلى الميناء وانتظر السكان في الطابور. سيعلن الجدول الجديد الأسبوع المقبل.',
  thai: 'เรือข้ามฟากกลับมาที่ท่าเรือเช้านี้ และชาวบ้านรอคิวกันอยู่ ตารางเวลาใหม่จะประกาศสัปดาห์หน้า',
};

/** Words, the encoding of the bytes, and a label that means it. */
const ENCODINGS: readonly (readonly [keyof typeof WORDS, string, string])[] = [
  ['chinese', 'gbk', 'gb2312'],
  ['chinese', 'gbk', 'GBK'],
  ['chinese', 'gb18030', 'gb18030'],
  ['taiwan', 'big5', 'big5'],
  ['japanese', 'shift_jis', 'Shift_JIS'],
  ['japanese', 'euc-jp', 'EUC-JP'],
  ['korean', 'euc-kr', 'ks_c_5601-1987'],
  ['russian', 'windows-1251', 'windows-1251'],
  ['russian', 'koi8-r', 'KOI8-R'],
  ['german', 'windows-1252', 'iso-8859-1'],
  ['french', 'windows-1252', 'us-ascii'],
  ['polish', 'windows-1250', 'windows-1250'],
  ['greek', 'windows-1253', 'windows-1253'],
  ['hebrew', 'windows-1255', 'windows-1255'],
  ['arabic', 'windows-1256', 'windows-1256'],
  ['thai', 'windows-874', 'tis-620'],
];

describe.each(ENCODINGS)('%s in %s', (words, encoding, label) => {
  const text = WORDS[words];
  const labelled = document(text, label);
  const bare = document(text);

  test('is decoded by the label in the document', () => {
    expect(decode(iconv.encode(labelled, encoding), null)).toMatchObject({ text: labelled, source: 'xml' });
  });

  test('is decoded by the label of the server', () => {
    const decoded = decode(iconv.encode(bare, encoding), `text/xml; charset="${label}"`);
    expect(decoded).toMatchObject({ text: bare, source: 'http' });
  });

  test('is detected without a label', () => {
    expect(decode(iconv.encode(bare, encoding), 'text/xml')).toMatchObject({
      text: bare,
      source: 'detected',
    });
  });
});

/** Other labels in use, with the encoding of the bytes. */
test.each([
  ['x-cp1251', 'windows-1251', 'russian'],
  ['cp866u', 'cp1125', 'russian'],
  ['x-mac-ukrainian', 'macukraine', 'russian'],
  ['kz-1048', 'rk1048', 'russian'],
  ['visual', 'iso-8859-8', 'hebrew'],
  ['sun_eu_greek', 'iso-8859-7', 'greek'],
  ['x-mac-ce', 'maccenteuro', 'polish'],
  ['mac-latin2', 'maccenteuro', 'polish'],
  ['x-mac-roman', 'macroman', 'french'],
  ['cp1051', 'hp-roman8', 'german'],
  ['chinese', 'gb18030', 'chinese'],
  ['gb18030-2000', 'gb18030', 'chinese'],
  ['eucgb2312-cn', 'gb18030', 'chinese'],
  ['x-mac-simp-chinese', 'gb18030', 'chinese'],
  ['x-mac-trad-chinese', 'big5', 'taiwan'],
  ['uhc', 'cp949', 'korean'],
  ['ks_x_1001', 'euc-kr', 'korean'],
  ['x-mac-korean', 'euc-kr', 'korean'],
  ['x-mac-japanese', 'shift_jis', 'japanese'],
  ['x-euc-jp', 'euc-jp', 'japanese'],
] as const)('knows the label %s', (label, encoding, words) => {
  const text = document(WORDS[words].replace(/[„“’—]/g, ''), label);
  expect(decode(iconv.encode(text, encoding), null)).toMatchObject({ text, source: 'xml' });
});

describe.each(['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])('%s', (encoding) => {
  test.each([true, false])('is decoded, byte order mark: %s', (addBOM) => {
    for (const text of [document(WORDS.chinese, 'utf-8'), document(WORDS.german), '{"items":[]}']) {
      expect(decode(iconv.encode(text, encoding, { addBOM }), 'text/xml; charset=utf-8').text).toBe(text);
    }
  });
});

test.each(['gb2312', 'iso-8859-1', 'utf-16', 'windows-1252', 'nonsense', 'constructor', 'base64', 'hex', ''])(
  'decodes UTF-8 as UTF-8 under the label “%s”',
  (label) => {
    const text = document(WORDS.chinese, label);
    expect(decode(Buffer.from(text), `text/xml; charset=${label}`).text).toBe(text);
    expect(decode(Buffer.from(`\ufeff${text}`), null).text).toBe(text);
  },
);

test('prefers the label of the document to a single-byte charset of the server', () => {
  const text = document(WORDS.chinese, 'gb2312');
  expect(decode(iconv.encode(text, 'gbk'), 'text/xml; charset=ISO-8859-1').text).toBe(text);
});

test('ignores a label that the bytes contradict', () => {
  const text = document(WORDS.german, 'shift_jis');
  expect(decode(iconv.encode(text, 'windows-1252'), null).text).toBe(text);
});

test('decodes UTF-8 with a damaged byte as UTF-8 and reports the damage', () => {
  const bytes = Buffer.from(document(WORDS.chinese, 'utf-8'));
  bytes[bytes.length - 60] = 0xff;
  const decoded = decode(bytes, null);
  expect(decoded).toMatchObject({ encoding: 'utf-8', damaged: true });
  expect(decoded.text).toContain('港口的渡轮今天早上恢复运行');
});

test('drops a UTF-8 character that is cut off at the end', () => {
  const bytes = Buffer.from('<rss>港口');
  expect(decode(bytes.subarray(0, -1), null)).toMatchObject({ text: '<rss>港', damaged: false });
});

test('decodes ISO-2022-JP by its escape sequences', () => {
  const bytes = Buffer.concat([
    Buffer.from('<?xml version="1.0" encoding="iso-2022-jp"?><rss><title>'),
    Buffer.from([0x1b, 0x24, 0x42, 0x39, 0x41, 0x1b, 0x28, 0x42]),
    Buffer.from('</title></rss>'),
  ]);
  expect(decode(bytes, null).text).toContain('<title>港</title>');
});

test('never throws', () => {
  const types = fc.option(fc.string().map((charset) => `text/xml; charset=${charset}`));
  const labels = fc.constantFrom(
    'gbk',
    'utf-7',
    'utf-16',
    'hex',
    'ucs2',
    'cp437',
    'x-user-defined',
    'macroman',
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), types, labels, (bytes, contentType, label) => {
      const xml = Buffer.concat([Buffer.from(`<?xml encoding="${label}"?>`), bytes]);
      expect(typeof decode(bytes, contentType).text).toBe('string');
      expect(typeof decode(xml, contentType).text).toBe('string');
    }),
    { numRuns: 150 },
  );
});

test('decodes any UTF-8 text under the label of another encoding', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!text.startsWith('\ufeff') && !text.includes('\0'));
      expect(decode(Buffer.from(text), 'text/xml; charset=gbk').text).toBe(text);
    }),
  );
});
