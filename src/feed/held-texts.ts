const START = '<![CDATA[';
const END = ']]>';

/** Texts that are kept beside their XML instead of in it: a parser goes through each of their characters. */
export class HeldTexts {
  readonly #texts: string[] = [];

  /**
   * An element as `repair` writes it, without the text of its CDATA sections; the element that each stood in has the
   * text's number as its attribute `held`. No attribute of that name comes from a document.
   */
  takeFrom(xml: string): string {
    const parts: string[] = [];
    let kept = 0;
    for (let at = xml.indexOf(START); at >= 0; at = xml.indexOf(START, kept)) {
      const { text, end } = sectionsAt(xml, at);
      // The start tag ends right before: its `>` gives way to the attribute.
      parts.push(xml.slice(kept, at - 1), ` held="${this.#texts.push(text) - 1}">`);
      kept = end;
    }
    return kept === 0 ? xml : parts.join('') + xml.slice(kept);
  }

  textOf({ held }: Readonly<Record<string, string>>): string | null {
    return held === undefined ? null : (this.#texts[Number(held)] ?? null);
  }
}

/** The text of the sections that stand side by side from `at` on: one that holds the end of a section is cut there. */
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
