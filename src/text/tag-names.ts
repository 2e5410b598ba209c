const words = (list: string): string[] => list.trim().split(/\s+/);

/** Elements of HTML, of its earlier versions, and of the browsers and e-mail programs of old. */
const html = words(`
  a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br
  button canvas caption center cite code col colgroup command content data datalist dd del details dfn dialog dir div
  dl dt element em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header
  hgroup hr html i iframe image img input ins isindex kbd keygen label legend li link listing main map mark marquee
  menu menuitem meta meter multicol nav nextid nobr noembed noframes noscript object ol optgroup option output p param
  picture plaintext portal pre progress q rb rbc rp rt rtc ruby s samp script search section select shadow slot small
  source spacer span strike strong style sub summary sup table tbody td template textarea tfoot th thead time title tr
  track tt u ul var video wbr xmp
`);

/** Elements of SVG that HTML does not have. */
const svg = words(`
  svg animate animatemotion animatetransform circle clippath defs desc ellipse feblend fecolormatrix fecomposite
  feflood fegaussianblur femerge femergenode feoffset filter foreignobject g line lineargradient marker mask metadata
  mpath path pattern polygon polyline radialgradient rect set stop switch symbol text textpath tspan use view
`);

/** Elements of MathML that HTML does not have: presentation, annotations, and what of content markup is in use. */
const math = words(`
  math maction maligngroup malignmark menclose merror mfenced mfrac mglyph mi mlabeledtr mmultiscripts mn mo mover
  mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder
  munderover none semantics annotation annotation-xml apply bvar ci cn csymbol eq
`);

/** Names of all elements that a page may have, in lower case. */
export const tagNames: ReadonlySet<string> = new Set([...html, ...svg, ...math]);
