import type { Book, Chapter } from './chapter.ts';
import { xhtmlText } from './xhtml.ts';

/** The documents inside an EPUB file. */

export const styleSheet = `body{line-height:1.7;margin:0 1em}
h1{font-size:1.4em;line-height:1.35}
.byline{font-size:.85em}
:lang(zh) .text p,:lang(ja) .text p{text-indent:2em;margin:.3em 0}
blockquote{margin:1em 1.5em}
figure{margin:1em 0;font-size:.85em}
nav ol{list-style:none;padding:0}
nav li{margin:.5em 0}
`;

interface Page {
  title: string;
  language: string;
  direction: 'ltr' | 'rtl';
}

function page({ title, language, direction }: Page, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}" dir="${direction}">
<head><title>${xhtmlText(title)}</title><link rel="stylesheet" href="style.css"/></head>
<body>
${body}
</body>
</html>
`;
}

export function chapterPage(chapter: Chapter): string {
  const { title, byline, link, original, body } = chapter;
  const address = link === null ? null : URL.parse(link)?.href;
  const source = address ? ` · <a href="${xhtmlText(address)}">${xhtmlText(original)}</a>` : '';
  return page(
    chapter,
    `<h1>${xhtmlText(title)}</h1>
<p class="byline">${xhtmlText(byline)}${source}</p>
<div class="text">${body}</div>`,
  );
}

export function contentsPage(book: Book): string {
  const entries = book.chapters.map(
    ({ name, title, language, direction }) =>
      `<li><a href="${name}.xhtml" lang="${language}" xml:lang="${language}" dir="${direction}">${xhtmlText(title)}</a></li>`,
  );
  return page(
    book,
    `<h1>${xhtmlText(book.title)}</h1>
<nav epub:type="toc"><h2>${xhtmlText(book.contents)}</h2><ol>
${entries.join('\n')}
</ol></nav>`,
  );
}

export function packageDocument({
  identifier,
  title,
  creator,
  language,
  modifiedAt,
  chapters,
}: Book): string {
  const items = chapters.map(({ name, body }) => {
    const properties = body.includes('<math ') ? ' properties="mathml"' : '';
    return `<item id="${name}" href="${name}.xhtml" media-type="application/xhtml+xml"${properties}/>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book-id" xml:lang="${language}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="book-id">${xhtmlText(identifier)}</dc:identifier>
<dc:title>${xhtmlText(title)}</dc:title>
<dc:creator>${xhtmlText(creator)}</dc:creator>
<dc:language>${language}</dc:language>
<meta property="dcterms:modified">${modifiedAt.replace(/\.\d+Z$/, 'Z')}</meta>
</metadata>
<manifest>
<item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="style.css" media-type="text/css"/>
${items.join('\n')}
</manifest>
<spine>
<itemref idref="contents"/>
${chapters.map(({ name }) => `<itemref idref="${name}"/>`).join('\n')}
</spine>
</package>
`;
}
