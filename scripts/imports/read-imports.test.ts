import { describe, expect, test } from 'vitest';
import { readImports } from './read-imports.ts';

const specifiers = (file: string, text: string) => readImports(file, text).map(({ specifier }) => specifier);

describe('readImports', () => {
  test('reads imports and exports of a script, and tells those of types', () => {
    const text = `import { a } from './a.ts';
import type { B } from './b.ts';
import { c, type C } from './c.ts';
import { type D } from './d.ts';
import './e.ts';
export * from './f.ts';
export type { G } from './g.ts';
import worker from './h.js?raw';
const later = import('./i.ts');
const named = import(\`./\${a}.ts\`);
// import './comment.ts';
const text = "import './text.ts'";`;
    expect(readImports('x.ts', text)).toEqual([
      { specifier: './a.ts', isType: false },
      { specifier: './b.ts', isType: true },
      { specifier: './c.ts', isType: false },
      { specifier: './d.ts', isType: true },
      { specifier: './e.ts', isType: false },
      { specifier: './f.ts', isType: false },
      { specifier: './g.ts', isType: true },
      { specifier: './h.js', isType: false },
      { specifier: './i.ts', isType: false },
    ]);
  });

  test('reads the front matter, scripts and styles of an Astro file', () => {
    const text = `---
import Card from './Card.astro';
if (!Card) return Astro.redirect('/');
---
<!-- <script>import './comment.ts';</script> -->
<Card /><script>import './reader.ts';</script>
<script src="./other.ts"></script>
<style>@import "./card.css";</style>`;
    expect(specifiers('x.astro', text)).toEqual(['./Card.astro', './reader.ts', './other.ts', './card.css']);
  });

  test('reads imports and pictures of a style sheet', () => {
    const text = `@import "./a.css"; @import url('b.css') print; /* @import "./comment.css"; */
      p { background: url(c.svg); mask: url("data:image/svg+xml,x"); filter: url(#d); src: url("https://e.example/f") }`;
    expect(specifiers('x.css', text)).toEqual(['./a.css', './b.css', './c.svg']);
  });

  test('reports a script that cannot be parsed', () => {
    expect(() => readImports('x.ts', 'import {')).toThrow('x.ts cannot be parsed');
  });

  test('finds nothing in files of other kinds', () => {
    expect(readImports('x.json', '{"a":"@import \'./a.css\'"}')).toEqual([]);
  });
});
