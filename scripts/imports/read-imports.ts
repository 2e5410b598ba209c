import { parseSync } from 'oxc-parser';

/** An import as it is written in a file. */
export interface Import {
  /** What stands between the quotes, without a query such as `?raw`. */
  specifier: string;
  /** Whether only types are taken, which are gone when the program runs. */
  isType: boolean;
}

/**
 * The imports of a file, in the order of the text: `import` and `export … from` of a script, `import()` with a
 * fixed name, `@import` of a style sheet; of an `.astro` file those of its front matter, scripts and styles. A file
 * of another kind has none. Throws when a script cannot be parsed: a missed import would be worse.
 */
export function readImports(file: string, text: string): Import[] {
  if (/\.[cm]?[jt]s$/.test(file)) return importsOfScript(file, text);
  if (file.endsWith('.css')) return importsOfStyle(text);
  if (file.endsWith('.astro')) return importsOfAstro(file, text);
  return [];
}

/** The front matter of an `.astro` file is the body of a function, so it may return; nothing is lost by that. */
const returnsFromFile = /'return' statement/;

function importsOfScript(file: string, text: string): Import[] {
  const { module, errors } = parseSync(file, text);
  const error = errors.find(({ message }) => !returnsFromFile.test(message));
  if (error) throw new Error(`${file} cannot be parsed: ${error.message}`);
  const found: (Import & { at: number })[] = [];
  for (const { moduleRequest, entries } of module.staticImports)
    found.push({ specifier: moduleRequest.value, at: moduleRequest.start, isType: onlyTypes(entries) });
  for (const { entries } of module.staticExports)
    for (const { moduleRequest, isType } of entries)
      if (moduleRequest) found.push({ specifier: moduleRequest.value, at: moduleRequest.start, isType });
  for (const { moduleRequest } of module.dynamicImports) {
    const [, specifier] =
      /^(?:'([^']*)'|"([^"]*)")$/.exec(text.slice(moduleRequest.start, moduleRequest.end)) ?? [];
    if (specifier !== undefined) found.push({ specifier, at: moduleRequest.start, isType: false });
  }
  return found
    .sort((a, b) => a.at - b.at)
    .map(({ specifier, isType }) => ({ specifier: withoutQuery(specifier), isType }));
}

/** An import without names runs the file. */
function onlyTypes(entries: readonly { isType: boolean }[]): boolean {
  return entries.length > 0 && entries.every(({ isType }) => isType);
}

function importsOfStyle(text: string): Import[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '');
  const imports = code.matchAll(/@import\s+(?:url\(\s*)?(?:"([^"]+)"|'([^']+)')/g);
  const pictures = code.matchAll(/url\(\s*(?:"([^"]+)"|'([^']+)'|([^'")\s]+))\s*\)/g);
  const found = [...imports, ...pictures].map(
    ([, ...names]) => names.find((name) => name !== undefined) ?? '',
  );
  return [...new Set(found)]
    .filter((name) => !/^(?:[a-z]+:|\/|#)/i.test(name))
    .map((name) => ({ specifier: name.startsWith('.') ? name : `./${name}`, isType: false }));
}

const frontMatter = /^---\r?\n([\s\S]*?)\r?\n---/;

function importsOfAstro(file: string, text: string): Import[] {
  const matter = frontMatter.exec(text)?.[1] ?? '';
  const markup = text.replace(frontMatter, '').replace(/<!--[\s\S]*?-->/g, '');
  const imports = importsOfScript(`${file}.ts`, matter);
  for (const [, attributes = '', script = ''] of markup.matchAll(
    /<script\b([^>]*?)(?:\/>|>([\s\S]*?)<\/script>)/g,
  )) {
    const source = /\bsrc="(\.[^"]*)"/.exec(attributes)?.[1];
    if (source !== undefined) imports.push({ specifier: withoutQuery(source), isType: false });
    imports.push(...importsOfScript(`${file}.ts`, script));
  }
  for (const [, style = ''] of markup.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/g))
    imports.push(...importsOfStyle(style));
  return imports;
}

function withoutQuery(specifier: string): string {
  return specifier.replace(/\?.*$/, '');
}
