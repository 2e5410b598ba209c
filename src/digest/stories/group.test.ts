import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { processorTime } from '../../test-processor-time.ts';
import { groupStories } from './group.ts';
import { storySignature } from './signature.ts';
import type { StoryInput } from './story.ts';

const ferry =
  '往返南屏岛的渡轮“海燕七号”触礁下沉，船上一百四十六人全部获救，九人受轻伤，船长正在接受海事处问话。';
const comet = '十六岁的高中生宁可心用自家望远镜拍到一颗未登记的彗星，国际小天体中心已确认，彗星六月最亮。';

let count = 0;
function item(feed: string, title: string, text: string, more: Partial<StoryInput> = {}): StoryInput {
  count += 1;
  const seen = new Date(Date.UTC(2031, 2, 4, 0, count)).toISOString();
  return {
    name: `${feed}-${String(count).padStart(12, '0')}`,
    feed,
    day: '2031-03-04',
    title,
    language: 'zh-Hans',
    excerpt: text,
    signature: storySignature(title, text, 'zh-Hans'),
    link: null,
    publishedAt: null,
    firstSeenAt: seen,
    ...more,
  };
}
const names = (items: StoryInput[]) => items.map(({ name }) => name);
const membersOf = (items: StoryInput[]) => groupStories(items).map(({ members }) => members.toSorted());

describe('groupStories', () => {
  const one = item('haijiao', '渡轮“海燕七号”触礁下沉', ferry);
  const two = item(
    'beian',
    '雾夜触礁，“海燕七号”乘客全部脱险',
    `雾中触礁的${ferry.slice(4, 30)}，巡逻艇赶到。`,
  );
  const alone = item('yuanfan', '高中生发现一颗新彗星', comet);

  test('makes one story of what two feeds tell of one event, and leaves the rest alone', () => {
    expect(membersOf([one, two, alone])).toEqual([names([one, two]).sort(), names([alone])].sort());
  });

  test('gives the same stories for the items in any order', () => {
    const items = [one, two, alone, item('beian', '彗星六月最亮', comet.slice(8))];
    const expected = groupStories(items);
    fc.assert(
      fc.property(fc.shuffledSubarray(items, { minLength: items.length }), (shuffled) => {
        expect(groupStories(shuffled)).toEqual(expected);
      }),
    );
  });

  test('names a story after the member seen first, so a late one joins without renaming it', () => {
    const before = groupStories([one, two, alone]).find(({ members }) => members.includes(one.name));
    const late = item('qingshi', '“海燕七号”触礁下沉，船长接受问话', ferry.slice(10));
    const after = groupStories([late, one, two, alone]).find(({ members }) => members.includes(one.name));
    expect(before?.id).toBe(one.name);
    expect(after?.id).toBe(one.name);
    expect(after?.members).toContain(late.name);
  });

  test('takes one page in two feeds as one article, whatever the feeds say of it', () => {
    const link = 'https://example.org/comet';
    const here = item('yuanfan', '高中生发现一颗新彗星', comet, { link });
    const there = item('haijiao', '今日推荐', '读这一篇。', {
      link: 'http://www.example.org/comet/?utm_source=x',
    });
    expect(groupStories([here, there])[0]?.sameArticle).toEqual([[there.name, here.name]]);
  });

  test('does not take the address that a feed gives to all its items for a page', () => {
    const link = 'https://example.org/today';
    const items = [item('beian', '渡轮触礁', ferry, { link }), item('beian', '新彗星', comet, { link })];
    expect(
      groupStories([...items, item('yuanfan', '面馆最后一天', '老面馆卖出最后一碗面。', { link })]),
    ).toHaveLength(3);
  });

  test('takes a headline that its feed issued again as one article, the newest in front', () => {
    const first = item('beian', '未关麦，主播抱怨', comet);
    const again = item('beian', '未关麦克风，主播抱怨被播出', comet.replace('已确认', '已经确认'));
    expect(groupStories([first, again])).toMatchObject([
      { id: first.name, members: [again.name, first.name], sameArticle: [[again.name, first.name]] },
    ]);
  });

  test('keeps two countries that do the same on one day apart', () => {
    const text = '政府提出法案，禁止在居民区燃放烟花，消防部门去年除夕接到六百多次求助，专业表演不受影响。';
    const items = [
      item('haijiao', '挪威禁放烟花', `挪威${text}`),
      item('beian', '丹麦禁放烟花', `丹麦${text.slice(0, 30)}`),
    ];
    expect(groupStories(items)).toHaveLength(2);
  });

  test('reads title and excerpt when an item has no signature', () => {
    const bare = [one, two, alone].map((each) => ({ ...each, signature: '' }));
    expect(membersOf(bare)).toEqual(membersOf([one, two, alone]));
  });

  test('groups each day on its own and names the story of the day before that one goes on from', () => {
    const next = item('haijiao', '“海燕七号”触礁：船长停职', `${ferry}海事处宣布船长停职。`, {
      day: '2031-03-05',
    });
    const stories = groupStories([one, two, alone, next]);
    expect(stories).toHaveLength(3);
    expect(stories.at(-1)).toMatchObject({ day: '2031-03-05', members: [next.name], continues: one.name });
    const later = { ...next, day: '2031-03-07' };
    expect(groupStories([one, two, later]).at(-1)).toMatchObject({ day: '2031-03-07', continues: null });
  });

  test('marks what a feed issued again after midnight, and not what it told anew', () => {
    const other = `${ferry}海事处宣布船长停职，航线周五恢复，票款照退，两名伤者出院，测量队下周重测礁石。`;
    const again = item('beian', '雾夜触礁，“海燕七号”乘客全部脱险（更新）', two.excerpt, {
      day: '2031-03-05',
    });
    const today = item('haijiao', '“海燕七号”船长停职', other, { day: '2031-03-05' });
    const stories = groupStories([one, two, again, today]).filter(({ day }) => day === '2031-03-05');
    const reissued = (name: string) => stories.find(({ members }) => members.includes(name))?.reissued;
    expect(reissued(today.name)).toBe(false);
    expect(groupStories([one, two, again]).at(-1)).toMatchObject({ members: [again.name], reissued: true });
    expect(groupStories([one, again]).at(-1)).toMatchObject({ members: [again.name], reissued: false });
  });

  test('does not let a column of one feed go on from day to day', () => {
    const opening = '编者按：本栏刊登读者来信，不代表本报立场，来信请写明姓名住址，字数以八百字为宜。';
    const today = item('qingshi', '读者来信：老樟树', `${opening}巷口那棵老樟树要给停车位让路。`);
    const next = item('qingshi', '读者来信：学拼音', `${opening}她教会了奶奶用拼音发消息。`, {
      day: '2031-03-05',
    });
    expect(groupStories([today, next]).map(({ continues }) => continues)).toEqual([null, null]);
  });

  test('does not let a daily figure go on, however alike its words', () => {
    const text =
      '根据外汇中心公布的形成机制测算，潮屿元兑岚京元中间价预计较上日升值，模型没有计入逆周期的影响，仅供参考。上日即期收盘时，出口商结汇增多，进口商按兵不动，交易员都在等央行下周的会议；隔夜篮子货币涨跌互现，白银和铜先跌后升。';
    const today = item('haijiao', '测算：潮屿元中间价料开在6.1304', text);
    const next = item('haijiao', '测算：潮屿元中间价料开在6.1288', text, { day: '2031-03-05' });
    const again = item('haijiao', '测算：潮屿元中间价料开在6.1304（更新）', text, { day: '2031-03-05' });
    expect(groupStories([today, next]).at(-1)?.continues).toBeNull();
    expect(groupStories([today, again]).at(-1)?.continues).toBe(today.name);
  });

  test('does not let a story go on in a report that takes up what a single one of its articles says', () => {
    const sunk = '往返南屏岛的渡轮“海燕七号”周二清晨触礁下沉，船上一百四十六人全部获救，九人受轻伤，';
    const charts = '退休领航员说，礁石在旧海图上偏了两百米，测量队十一年没有重测，灯标也早已熄灭。';
    const before = [
      item('haijiao', '渡轮“海燕七号”触礁下沉', `${sunk}海事处说船长正在接受问话，航线停开三天，票款照退。`),
      item('beian', '雾夜触礁，“海燕七号”沉没', `${sunk}渔民把缆绳抛上甲板，最后下船的是轮机长。`),
      item('linxi', '“海燕七号”沉没 百余人脱险', `${sunk}伤者多是摔倒擦伤，三人因受凉留院观察。`),
      item('qingshi', '“海燕七号”触礁，旧海图惹的祸？', sunk + charts),
    ];
    const reefs = item(
      'yuanfan',
      '旧海图惹的祸？二十座礁石该重测了',
      '测量队十一年没有重测的礁石不止一处：领航员公会列出二十座，旧海图上都偏了两百米，灯标也早已熄灭，渡轮“海燕七号”触礁只是开头。公会要求议会拨款买新的测量船。',
      { day: '2031-03-05' },
    );
    const [story, next] = groupStories([...before, reefs]);
    expect(story?.members).toHaveLength(4);
    expect(next).toMatchObject({ members: [reefs.name], continues: null });
  });

  test('makes one story of one thing in the wordings of two places', () => {
    const here = item('yuanfan', '导弹坠入悉尼外海', '一枚导弹周四清晨坠入悉尼外海，六个航班改道。');
    const there = item('gangwan', '飛彈落在雪梨外海', '飛彈週四清晨落在雪梨外海，六航班改道。');
    expect(membersOf([here, there, alone])).toHaveLength(2);
  });

  test('reads empty and strange items without complaint', () => {
    const strange = item('beian', '…', '', { firstSeenAt: '', link: 'nonsense', signature: 'a:!' });
    expect(groupStories([])).toEqual([]);
    expect(groupStories([strange, { ...strange, name: 'beian-b' }])).toHaveLength(2);
  });

  test('groups two thousand items of a day without comparing all pairs', async () => {
    const words = Array.from({ length: 900 }, (_, index) => String.fromCodePoint(0x4e00 + index * 7));
    const at = (seed: number) => words[(seed * 7919) % words.length] ?? '';
    const items = Array.from({ length: 2000 }, (_, index) => {
      const event = Math.floor(index / 3);
      const text = Array.from({ length: 60 }, (_, k) => at(event * 61 + k) + at(event * 67 + k * 3)).join(
        '，',
      );
      return item(`feed${index % 40}`, text.slice(0, 24), text.slice((index % 3) * 6));
    });
    let stories: ReturnType<typeof groupStories> = [];
    const time = await processorTime(() => {
      stories = groupStories(items);
    });
    expect(time).toBeLessThan(8000);
    expect(stories.length).toBeGreaterThan(500);
    expect(stories.length).toBeLessThan(900);
  });
});
