import { expect, test } from 'vitest';
import { scrollable } from './scrollable.ts';

test('lets the keyboard reach code and tables, and nothing else', () => {
  const html =
    '<pre data-language="go"><code>a &lt;pre&gt;</code></pre>\n<pre>b</pre>\n<table><tr><td>c</td></tr></table><p>d</p>';
  expect(scrollable(html)).toBe(
    '<pre tabindex="0" data-language="go"><code>a &lt;pre&gt;</code></pre>\n<pre tabindex="0">b</pre>\n<table tabindex="0"><tr><td>c</td></tr></table><p>d</p>',
  );
});
