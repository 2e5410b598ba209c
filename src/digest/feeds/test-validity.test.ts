import { expect, test } from 'vitest';
import { htmlFaults } from './test-validity-html.ts';

test.each([
  '<p>One<br />two <b>three</b> &amp; four</p>\n<ul>\n<li>a</li>\n</ul>',
  '<table><tr><td>a</td></tr></table>',
  '<p>a<br>b <img src="https://a.example/a/" alt=""></p>',
  '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>a</td></tr></tbody></table>',
  '<ruby>字<rp>(</rp><rt>zi</rt><rp>)</rp></ruby>',
  '<figure><img src="https://a.example/b.png?a=1&amp;b=2" alt="" /><figcaption>c</figcaption></figure>',
])('the HTML validator accepts %s', (html) => {
  expect(htmlFaults(html)).toEqual([]);
});

test.each([
  '<p>a<div>b</div></p>',
  '<a href="https://a.example/">a<a href="https://b.example/">b</a></a>',
  '<h2>a<h3>b</h3></h2>',
  '<table>a<tr><td>b</td></tr></table>',
  '<p>a &copy b</p>',
  '<p>a',
])('the HTML validator rejects %s', (html) => {
  expect(htmlFaults(html)).not.toEqual([]);
});
