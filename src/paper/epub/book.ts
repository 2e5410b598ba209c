import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Book } from './chapter.ts';
import { chapterPage, contentsPage, packageDocument, styleSheet } from './pages.ts';

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

/**
 * An EPUB 3 file. Equal books give equal bytes.
 * Source: EPUB 3.3, https://www.w3.org/TR/epub-33/ (the container begins with its type, uncompressed).
 */
export function makeEpub(book: Book): Uint8Array<ArrayBuffer> {
  const text = (content: string) => strToU8(content);
  const files: Zippable = {
    mimetype: [text('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': text(container),
    'book/package.opf': text(packageDocument(book)),
    'book/contents.xhtml': text(contentsPage(book)),
    'book/style.css': text(styleSheet),
  };
  for (const chapter of book.chapters) files[`book/${chapter.name}.xhtml`] = text(chapterPage(chapter));
  // Zip stores local time without a zone, so the same fixed time is always written.
  return zipSync(files, { mtime: new Date(1980, 0, 1), level: 9 });
}
