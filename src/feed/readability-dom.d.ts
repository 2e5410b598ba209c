/** The small DOM that Readability brings along for places without one; the package has no types for it. */
declare module '@mozilla/readability/JSDOMParser.js' {
  export default class JSDOMParser {
    /** Reads well-formed markup with `html`, `head` and `body`. `url` is what relative addresses are read against. */
    parse(markup: string, url?: string): Document;
  }
}
