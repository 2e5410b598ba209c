import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { outlet } from '../invented/article.ts';
import { outlets, storedFile } from '../invented/stored.ts';

/** A paper with an archive, as a pull would have left it. */
export interface Archive {
  config: string;
  content: string;
  /** Paths of its items below `content/`. */
  paths: string[];
}

/** Writes the files `from` up to, not including, `to` of the invented archive into `folder`. */
export async function writeArchive(folder: string, from: number, to: number): Promise<Archive> {
  const content = join(folder, 'content');
  const paths: string[] = [];
  for (let number = from; number < to; number += 1) {
    const { path, text } = storedFile(number);
    await mkdir(dirname(join(content, path)), { recursive: true });
    await writeFile(join(content, path), text);
    paths.push(path);
  }
  const config = join(folder, 'digest.yaml');
  await writeFile(config, configText());
  return { config, content, paths };
}

function configText(): string {
  const topics = { one: '天下', two: '城事', three: '格物' };
  const names = Object.keys(topics);
  const feeds = Array.from({ length: outlets }, (_, number) => {
    const { id, title, voice } = outlet(number);
    return {
      id,
      title,
      url: `https://${id}.example/feed`,
      language: voice.language,
      topics: [names[number % 3]],
    };
  });
  return JSON.stringify({ site: { title: 'Bench', url: 'https://bench.example/' }, topics, feeds }, null, 1);
}
