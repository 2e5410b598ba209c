import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { versionLine } from '../machine.ts';
import { runMeasured } from '../run-measured.ts';
import type { Archive } from './archive.ts';
import type { Generator } from './generator.ts';

const config = `baseURL: https://bench.example/
title: Bench
timeout: 600000
disableKinds: [sitemap]
taxonomies: { feed: feed }
frontmatter: { date: [publishedAt] }
markup: { goldmark: { renderer: { unsafe: true } } }
outputs: { page: [HTML], home: [HTML, RSS], section: [HTML], taxonomy: [HTML], term: [HTML, RSS] }
services: { rss: { limit: 300 } }
`;

const frame = `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{ .Title }}</title></head>
<body><header><a href="/">Bench</a><nav><a href="/items/">Archive</a> <a href="/feed/">Sources</a></nav></header><main>{{ block "main" . }}{{ end }}</main></body></html>
`;
const article = `{{ define "main" }}<article><h1>{{ .Title }}</h1><p><a href="/feed/{{ .Params.feed }}/">{{ .Params.feed }}</a> <time>{{ .Date }}</time> {{ .Params.author }} <a href="{{ .Params.link }}">→</a></p>{{ .Content }}{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</article>{{ end }}
`;
const cards = `{{ define "main" }}<h1>{{ .Title }}</h1>{{ range .Pages }}<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Params.excerpt }}</p></article>{{ end }}{{ end }}
`;
const home = cards.replace('.Pages', 'first 300 .Site.RegularPages');
const rss = `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>{{ .Title }}</title><link>{{ .Permalink }}</link>{{ range first 300 (cond .IsHome .Site.RegularPages .Pages) }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><guid>{{ .Permalink }}</guid><description>{{ .Content | html }}</description></item>{{ end }}</channel></rss>
`;

/** Hugo, where the command is there: article, day, month, year and source pages, and feeds of whole articles. */
export function hugo(): Generator | null {
  const version = versionLine('hugo', ['version']);
  if (version === null) return null;
  return {
    name: `Hugo ${/v([\d.]+)/.exec(version)?.[1] ?? ''}`.trim(),
    prepare,
    build: (folder, out) => runMeasured('hugo', ['--quiet', '--destination', out], { cwd: folder }),
  };
}

async function prepare({ content, paths }: Archive, folder: string): Promise<void> {
  await cp(join(content, 'items'), join(folder, 'content/items'), { recursive: true });
  const sections = new Set(
    paths.flatMap((path) => [dirname(path), dirname(dirname(path)), dirname(dirname(dirname(path)))]),
  );
  for (const section of ['items', ...sections]) {
    await write(
      join(folder, 'content', section, '_index.md'),
      `---\ntitle: ${JSON.stringify(section)}\n---\n`,
    );
  }
  await write(join(folder, 'config.yaml'), config);
  const layouts = {
    'baseof.html': frame,
    'single.html': article,
    'list.html': cards,
    'rss.xml': rss,
  };
  for (const [name, text] of Object.entries(layouts))
    await write(join(folder, 'layouts/_default', name), text);
  await write(join(folder, 'layouts/index.html'), home);
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
