const START = '<![CDATA[';
const END = ']]>';

/**
 * Long texts, taken out of the XML before it is parsed and put back afterwards: rss-parser takes long over each of their
 * characters.
 */
export class HeldTexts {
  readonly #texts: string[] = [];

  /**
   * Takes the text of all CDATA sections out of an element as `repair` writes it. The element around such a section gets
   * the number of its text as the attribute `held`; `repair` writes no attribute of that name.
   */
  takeFrom(xml: string): string {
    const parts: string[] = [];
    let kept = 0;
    for (let at = xml.indexOf(START); at >= 0; at = xml.indexOf(START, kept)) {
      const { text, end } = sectionsAt(xml, at);
      // The character before is the `>` of the start tag: the attribute goes in front of it.
      parts.push(xml.slice(kept, at - 1), ` held="${this.#texts.push(text) - 1}">`);
      kept = end;
    }
    return kept === 0 ? xml : parts.join('') + xml.slice(kept);
  }

  /** The text taken out of the element with these attributes, or null. */
  textOf({ held }: Readonly<Record<string, string>>): string | null {
    return held === undefined ? null : (this.#texts[Number(held)] ?? null);
  }
}

/** The text of the adjacent sections from `at` on: `textXml` splits a text that contains `]]>` into several. */
function sectionsAt(xml: string, at: number): { text: string; end: number } {
  let text = '';
  let end = at;
  while (xml.startsWith(START, end)) {
    const close = xml.indexOf(END, end);
    text += xml.slice(end + START.length, close);
    end = close + END.length;
  }
  return { text, end };
}
