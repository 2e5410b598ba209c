import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { versionLine } from '../machine.ts';
import { runMeasured } from '../run-measured.ts';
import type { Archive } from './archive.ts';
import type { Generator } from './generator.ts';

/** The project. Its articles keep the paths they have in the store; lists are made of groups of them. */
const files = {
  'eleventy.config.cjs': `module.exports = (config) => {
  const items = (api) => api.getFilteredByGlob('content/items/**/*.md').sort((a, b) => (b.data.publishedAt < a.data.publishedAt ? -1 : 1));
  const grouped = (all, key) => Object.entries(Object.groupBy(all, key)).map(([name, pages]) => ({ name, pages }));
  const path = (name, depth) => name.split('/').slice(0, depth).join('/');
  config.addCollection('newest', (api) => items(api).slice(0, 300));
  config.addCollection('lists', (api) => {
    const days = grouped(items(api), (page) => 'items/' + path(page.inputPath.split('/items/')[1], 3));
    const shown = days.map(({ name }) => ({ url: '/' + name + '/', data: { title: name } }));
    const above = (depth) => grouped(shown, ({ data }) => path(data.title, depth));
    return [...days, ...above(3), ...above(2), ...grouped(items(api), (page) => 'feed/' + page.data.feed)];
  });
  return { dir: { input: 'content', includes: '../layouts', output: process.env.ELEVENTY_OUT }, markdownTemplateEngine: false };
};
`,
  'content/items/items.json': '{ "layout": "article.liquid" }\n',
  'layouts/frame.liquid': `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{ title }}</title></head>
<body><header><a href="/">Bench</a><nav><a href="/items/">Archive</a> <a href="/feed/">Sources</a></nav></header><main>{{ content }}</main></body></html>
`,
  'layouts/article.liquid': `---
layout: frame.liquid
---
<article><h1>{{ title }}</h1><p><a href="/feed/{{ feed }}/">{{ feed }}</a> <time>{{ publishedAt }}</time> {{ author }} <a href="{{ link }}">→</a></p>{{ content }}</article>
`,
  'content/lists.liquid': `---
layout: frame.liquid
pagination: { data: collections.lists, size: 1, alias: list }
permalink: "{{ list.name }}/index.html"
---
<h1>{{ list.name }}</h1>{% for page in list.pages %}<article><h2><a href="{{ page.url }}">{{ page.data.title }}</a></h2><p>{{ page.data.excerpt }}</p></article>{% endfor %}
`,
  'content/index.liquid': `---
layout: frame.liquid
title: Bench
---
{% for page in collections.newest %}<article><h2><a href="{{ page.url }}">{{ page.data.title }}</a></h2><p>{{ page.data.excerpt }}</p></article>{% endfor %}
`,
  'content/rss.liquid': `---
permalink: rss.xml
---
<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Bench</title>{% for page in collections.newest %}<item><title>{{ page.data.title | escape }}</title><link>{{ page.url }}</link><description>{{ page.content | escape }}</description></item>{% endfor %}</channel></rss>
`,
};

/** Eleventy, where the command is there: article, day, month, year and source pages, and one feed. */
export function eleventy(): Generator | null {
  const version = versionLine('eleventy', ['--version']);
  if (version === null) return null;
  return {
    name: `Eleventy ${version}`,
    prepare,
    build: (folder, out) =>
      runMeasured('eleventy', ['--quiet', '--config=eleventy.config.cjs'], {
        cwd: folder,
        env: { ELEVENTY_OUT: out },
      }),
  };
}

async function prepare({ content }: Archive, folder: string): Promise<void> {
  await cp(join(content, 'items'), join(folder, 'content/items'), { recursive: true });
  await mkdir(join(folder, 'layouts'), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
}
