import type { Scope } from './scope.ts';
import type { TextField } from './text-field.ts';

export type Attributes = Readonly<Record<string, string>>;

/**
 * An open element. `container`: the document, a feed or an entry. `group`: a field that holds fields. `text`: a field
 * that holds text. `inline`: markup inside a text. `skip`: an element that is not read.
 */
export type Frame =
  | { kind: 'container'; entry: boolean; scope: Scope }
  | { kind: 'group'; name: string; scope: Scope }
  | { kind: 'text'; text: TextField; scope: Scope }
  | { kind: 'inline'; end: string; text: TextField; scope: Scope }
  | { kind: 'skip'; scope: Scope };

/** Fields that cannot be markup inside a text: when one of them begins, the end tag of the text is missing. */
export const ENDS_TEXT =
  /^(?:core:(?:link|guid|pubdate|description|category|author|enclosure|id|published|updated|content|comments)|fulltext:encoded|(?:dc|dcterms|media|itunes|podcast):[\w-]+)$/;
