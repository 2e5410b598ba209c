import render from 'dom-serializer';
import { describe, expect, test } from 'vitest';
import { parseHtml } from '../../html/parse.ts';
import { elementsOf } from '../../html/tree.ts';
import { processorTime } from '../../test-processor-time.ts';
import { type Lesson, learn } from '../boilerplate/learn.ts';
import { Receipt } from '../rule.ts';
import { removeLearned } from './boilerplate.ts';

const topics = ['港口', '果园', '冰川', '剧院', '桥梁', '书店', '集市', '铁路', '葡萄园', '灯塔'];
const story = (index: number) =>
  `<p>${topics[index % 10]}的人们在第${index}天早晨看见了变化，谁也没有料到。</p><p>${topics[index % 10]}负责人${index}说，工程还要很久。</p>`;

/** Learns from ten articles with the same HTML before and after each, and cleans the first of them. */
function leftOf(before: string, after: string, count = 10): string {
  const items: Lesson[] = Array.from({ length: 10 }, (_, index) => ({
    id: `${index}`,
    title: `${topics[index]}重新开放`,
    html: index < count ? before + story(index) + after : story(index),
  }));
  return clean(items, `${before}${story(0)}${after}`);
}

function clean(items: Lesson[], html: string, title = topics[0] ?? ''): string {
  const root = parseHtml(html);
  removeLearned(root, learn(null, items), title);
  return render(root, { encodeEntities: 'utf8' });
}

describe('removeLearned', () => {
  const own = story(0);

  test.each([
    [
      "a re-publisher's footer, rule and label with it",
      '<br><hr><div>更多订阅：<br><a href="https://re.example">https://re.example</a> <br><a href="https://re2.example">https://re2.example</a><br></div>',
    ],
    ['a copyright notice', '<p>© 2020年某台版权声明：本文所有内容受到著作权法保护，未经许可不得使用。</p>'],
    [
      'the same notice in other wrappers',
      '<div><section><p><em>本文所有内容受到著作权法保护，未经许可不得使用，违者必究。</em></p></section></div>',
    ],
    [
      'a promo box with heading, label and button',
      '<div><h3>订阅通讯</h3><p>每天早晨把最重要的消息送到您的邮箱，随时可以退订。</p><p><a href="/join">订阅</a></p></div>',
    ],
    [
      'a row of links',
      '<ul><li><a href="https://share.example/a?u=1">分享</a></li><li><a href="https://mail.example/?u=2">邮件</a></li></ul>',
    ],
    [
      'a banner that leads to a page',
      '<p><a href="/club"><img src="https://paper.example/club.png"></a></p>',
    ],
    ['a frame', '<iframe src="https://player.example/live"></iframe>'],
  ])('removes %s', (_, boilerplate) => {
    expect(leftOf('', boilerplate)).toBe(own);
    expect(leftOf(boilerplate, '')).toBe(own);
  });

  test.each([
    ['a short credit', '<p>(某通讯社)</p>'],
    ['a label alone', '<p>记者：</p>'],
    [
      'a re-used gallery with its heading and captions',
      '<h3>相关图集：从前的样子和现在的样子，一共有三张照片</h3><div><img src="/1.jpg"><b>第一张</b>：从前这里没有路，也没有灯，只有一口很深的井。</div><div><img src="/2.jpg"><b>第二张</b>：后来修了路，人们从山那边过来，带来了种子和书。</div>',
    ],
    [
      'a gallery whose pictures can be enlarged',
      '<a href="/1-large.jpg"><img src="/1.jpg"></a><a href="/2-large.jpg?w=1"><img src="/2.jpg"></a>',
    ],
    ['a player', '<video src="/same.mp4"></video>'],
    ['a credit with a link', '<p>译者：<a href="/who/1">李一</a></p>'],
    ['a long credit', '<p>Reporting by Ida Lund and Per Holm in Lorn, editing by Jon Vell</p>'],
    [
      'a picture with a caption, even one that leads to a page',
      '<div><a href="/gallery/7"><img src="/1.jpg"></a><p>洪水的十张照片，从空中和从水下看到的样子。</p></div>',
    ],
    ["a heading of the article's own list", '<h2>本周值得一读的几篇长文章推荐</h2>'],
  ])('keeps %s', (_, belonging) => {
    const html = `${belonging}${own}`;
    expect(leftOf(belonging, '')).toBe(html);
  });

  test('removes a closing sentence with a link and keeps the paragraph before it', () => {
    const items = topics.map((topic, index) => ({
      id: topic,
      title: `${topic}的消息`,
      html: story(index).replace(
        /<\/p>$/,
        '请<a href="https://join.example">加入我们</a>，<b>谢谢</b>。</p>',
      ),
    }));
    const linkLast = items.map((item) => ({ ...item, html: item.html.replace('，<b>谢谢</b>。', '！') }));
    expect(clean(linkLast, linkLast[0]?.html ?? '')).toBe(own);
    // Words behind the link belong to a sentence that goes on.
    expect(clean(items, items[0]?.html ?? '')).toBe(items[0]?.html);
  });

  test('keeps a credit on a line beside boilerplate', () => {
    const line = '<p>翻译：某某中文网<br><a href="https://en.example/1">点击查看本文英文版。</a></p>';
    expect(leftOf('', line)).toBe(`${own}<p>翻译：某某中文网</p>`);
  });

  test('keeps words between the paragraphs that only some articles repeat', () => {
    const background = '<p>去年秋天这里下过一场大雨，河水漫过了堤岸，淹没了下游的田地。</p>';
    const middle = (index: number) =>
      `${story(index)}${story(index + 1)}${background}${story(index + 2)}${story(index + 3)}`;
    const items = topics.map((topic, index) => ({
      id: topic,
      title: `${topic}的消息`,
      html: index % 2 === 0 ? middle(index) : story(index),
    }));
    expect(clean(items, middle(0))).toBe(middle(0));
  });

  test('does not change an article that is nothing but boilerplate', () => {
    const line = '<a href="https://talk.example/item?id=1">Comments</a>';
    const items = topics.map((topic) => ({ id: topic, title: `${topic}的消息`, html: line }));
    expect(clean(items, line)).toBe(line);
  });

  test('keeps what is protected', () => {
    const boilerplate = '<p class="mine"><a href="https://join.example">加入我们，支持独立的报道</a></p>';
    const items = topics.map((topic, index) => ({
      id: topic,
      title: topic,
      html: story(index) + boilerplate,
    }));
    const root = parseHtml(own + boilerplate);
    const receipt = new Receipt();
    for (const found of elementsOf(root)) if (found.attribs['class'] === 'mine') receipt.keep(found);
    expect(removeLearned(root, learn(null, items), '', (found) => receipt.mayRemove(found))).toEqual([]);
    expect(render(root, { encodeEntities: 'utf8' })).toBe(own + boilerplate);
  });

  test('removes nothing in a second pass', () => {
    const once = leftOf('', '<hr><p><a href="https://re.example">更多内容请看这里</a></p>');
    const items = topics.map((topic, index) => ({ id: topic, title: topic, html: story(index) }));
    expect(clean(items, once)).toBe(once);
  });

  test('cleans a body that repeats boilerplate three thousand times in time', async () => {
    const boilerplate = '<p><a href="https://re.example">更多内容请看这里</a></p>';
    const items = topics.map((topic, index) => ({
      id: topic,
      title: topic,
      html: story(index) + boilerplate,
    }));
    const body = own + boilerplate.repeat(3_000) + '<br>'.repeat(3_000);
    expect(await processorTime(() => expect(clean(items, body)).toBe(own))).toBeLessThan(5000);
  });
});
