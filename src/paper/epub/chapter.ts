/** An article as a chapter. Texts are plain, the body is XHTML. */
export interface Chapter {
  /** Name of its file, without the ending. */
  name: string;
  title: string;
  /** Source, author and time, in one line. */
  byline: string;
  /** Address of the original. */
  link: string | null;
  /** The text of the link. */
  original: string;
  language: string;
  direction: 'ltr' | 'rtl';
  body: string;
}

export interface Book {
  /** An address or a URN that stands for this book and no other. */
  identifier: string;
  title: string;
  creator: string;
  language: string;
  direction: 'ltr' | 'rtl';
  /** ISO 8601 instant. */
  modifiedAt: string;
  /** Heading of the list of chapters. */
  contents: string;
  chapters: Chapter[];
}
