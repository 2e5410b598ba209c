import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { processorTime } from '../test-processor-time.ts';
import { escapeLiteralTags } from './literal-tags.ts';

describe('what is no element is text', () => {
  test.each([
    ['We bound it for $k<n$ and give', 'We bound it for $k&lt;n$ and give'],
    ['vector<int> and map<string, int>', 'vector&lt;int> and map&lt;string, int>'],
    ['<p>if a<b and c>d then</p>', '<p>if a&lt;b and c>d then</p>'],
    [
      'at <ada@mail.example> or <https://a.example/x>',
      'at &lt;ada@mail.example> or &lt;https://a.example/x>',
    ],
    ['std::vector<std::string> names', 'std::vector&lt;std::string> names'],
    [
      'List<String> a = new List<String>();</String>',
      'List&lt;String> a = new List&lt;String>();&lt;/String>',
    ],
    ['for i<p we stop', 'for i&lt;p we stop'],
    ['the end is a<b', 'the end is a&lt;b'],
    ['<config>on</config>', '&lt;config>on&lt;/config>'],
    ['k<n<p>next</p>', 'k&lt;n<p>next</p>'],
  ])('%s', (html, escaped) => {
    expect(escapeLiteralTags(html)).toBe(escaped);
  });
});

test.each([
  '<p class="a" hidden>x</p>',
  '<P>x</P><BR/><br ><hr noshade>',
  '<video controls muted src=a.mp4></video>',
  '<amp-img src="a"></amp-img><o:p></o:p><mml:mi>x</mml:mi>',
  '<qqmusic musicid="7" albumurl="/a"></qqmusic>',
  '<script>if (a<b) { c<d> }</script>',
  '<textarea><foo></textarea>',
  '<a href=x>y</a> 1 < 2 <3',
  '<math><mi>x</mi></math><svg><path d="M0"/><g></g></svg>',
  '<img src="a.jpg',
  'A teaser that ends in <stro',
])('tags stay as they are: %s', (html) => {
  expect(escapeLiteralTags(html)).toBe(html);
});

test('escaping twice changes nothing', () => {
  const part = fc.constantFrom('<', '>', '</', 'b', 'int', ' ', 'p>', '="x"', '<p', '<!--', 'script', '&lt;');
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const once = escapeLiteralTags(parts.join(''));
      expect(escapeLiteralTags(once)).toBe(once);
    }),
  );
});

test.each(['<int', '<script>', '<b and c ', '<a b="'])('takes linear time for many %s', async (part) => {
  const time = await processorTime(() => escapeLiteralTags(part.repeat(200_000)));
  expect(time).toBeLessThan(4000);
});
