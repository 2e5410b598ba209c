import type { Element } from 'domhandler';

/**
 * What the names of an element (`class`, `id`) say of its content: the body of the article; an extra beside it, such as
 * links to other articles; the frame of every page of the site; what readers commented. Null when they say nothing.
 */
export type NamedPart = 'body' | 'extra' | 'frame' | 'comments' | null;

/**
 * Names are split into words: `articleBody`, `article-body` and `article__body` are all read as `article body`. Most sites
 * name their elements in English, whatever language they are written in.
 */
const bodies = words(`
  artibody|article body|article bodies|article content|article text|article txt|article main|article inner content|article copy|article page body|article fulltext
  article detail|article story|article paragraph|art body|art text|articulo body|artikel body|artikel text|artikel content
  post body|post content|post entry|post text|post full content|post detail|blog post content|blog content
  entry content|entry body|entry text|story body|story content|story text|story copy|story detail|news body|news content|news text|news detail|newstext
  body copy|body text|body content|content body|content text|content detail|text content|page content|main text|main article|main content text
  rich text|richtext|wysiwyg|td post content|single content|detail content|detail text|detail body|paywall content|text body|full text|fulltext
  articlebody|articletext|articlecontent|storytext|storybody|storycontent|postcontent|postbody|bodytext|newscontent|newsbody|articledetail|maintext|artikeltext|entrycontent|field name body
  artikelbody|artikelinhalt|artikel inhalt|beitrag inhalt|beitragstext|beitrag text|inhalt text|corps article|corps texte|contenu article|article contenu|texte article
  cuerpo noticia|cuerpo nota|cuerpo articulo|contenido noticia|texto noticia|noticia texto|noticia cuerpo|nota cuerpo|nota contenido|nota texto|corpo articolo|testo articolo|contenuto articolo|articolo testo
  corpo noticia|corpo materia|conteudo materia|conteudo noticia|materia conteudo|noticia conteudo|texto materia|tresc artykulu|tresc|artykul tresc|clanek text|text clanku|obsah clanku|clanek obsah
  artikkel tekst|brodtekst|brodtext|artikel tekst|artikeltekst|haber icerik|haber metni|haber detay|icerik metni|isi berita|isi artikel|noi dung|noidung|zhengwen|neirong|honbun
`);

/** Beside an article: other articles, invitations, tools. */
const extras = words(`
  share|shares|sharing|sharebar|sharebox|sharethis|sharedaddy|sharetools|addthis|addtoany|social|socials|sns|follow us|followus|social links
  related|relateds|relatedposts|relatedcontent|related content|relatednews|recommend|recommended|recommendation|recommendations|recommends|recirc|recirculation|readmore|read more|more stories|more news|more articles|morestories|see also|read also|readalso|also read|you may|up next|upnext|next article|next post|prev post|previous post|also like
  popular|most read|mostread|most popular|mostpopular|trending|trends|top stories|topstories|latest|hot news|ranking|jp relatedposts|yarpp
  promo|promos|promotion|promobox|teaser list|teasers|advert|advertisement|advertising|adverts|ad|ads|adsense|adslot|adbox|adunit|sponsor|sponsored|sponsors|banner ad|outbrain|taboola|zergnet|dianomi|dfp|mpu|commercial|partner content
  newsletter|newsletters|subscribe|subscription|subscriptions|signup|sign up|optin|mailchimp|email signup|donate|donation|paywall promo|piano|regwall
  sidebar|side bar|sidecol|right rail|left rail|rail|rightcol|right col|rightcolumn|right column|aside
  disclaimer|legal|site info|article footer|post footer|entry footer
  author bio|author box|authorbox|author info|author card|author profile|about author|about the author|author description|authorbio|bio box|post author|article author
  tag list|taglist|tags|tags links|tag links|tagcloud|tag cloud|post tags|article tags|keywords|entry tags|cat links|categories|article topics|topics
  post navigation|post nav|nav previous|nav next|posted on|posted in|post date|entry date|post categories|post category
  entry meta|post meta|article meta|byline|bylines|dateline|article info|post info|article header meta|meta info|article tools|articletools|article actions|toolbar|tools|print button|font size|fontsize|text size
  poll|quiz|survey|rating|ratings|vote|votes|voting|likes|sd like|like button|post flair|reactions|feedback|report error
  login|log in|register|registration|search|searchbox|search form
  widget area|widgets|hidden|hide|invisible|visually hidden|screen reader|sr only|screen reader text|noprint|no print|printonly|print only
  verwandte|mehr zum thema|weitere artikel|weiterlesen|meistgelesen|werbung|anzeige|anzeigen|teilen|seitenleiste|autor info|voir aussi|lire aussi|a lire|a voir|publicite|partage|partager|articles lies|les plus lus
  relacionadas|relacionados|relacionado|noticias relacionadas|te puede interesar|mas leidas|publicidad|compartir|mais lidas|publicidade|compartilhar|compartilhe|leia tambem|veja tambem|correlati|correlate|potrebbe interessarti|pubblicita|condividi|leggi anche
  reklama|reklam|reklame|czytaj tez|zobacz tez|powiazane|souvisejici|annons|annonse|advertentie|gerelateerd|lees ook|les ogsa|las ocksa|baca juga|berita terkait|terkait|artikel terkait|lien quan|tin lien quan|ilgili haberler|diger haberler
  xiangguan|guanggao|tuijian|xgxw|kanren|
  player controls|video playlist|playlist|live ticker|stock ticker|weather
`);

/** What stands around every page of a site, however little text the page has beside it. */
const frames = words(`
  cookie|cookies|consent|gdpr|cookiebar|cookiebanner|privacy notice|onetrust|cmp container
  modal|popup|pop up|overlay|lightbox|tooltip|toast|offcanvas|off canvas
  breadcrumb|breadcrumbs|crumbs|crumb|pagination|pager|paging|page nav|pagenav|nav|navbar|navi|navigation|menu|submenu|navlinks|nav links|skip link|skiplink|jump link|toc container
  footer|foot|page footer|site footer|footer wrap|colophon|copyright|copyrights
`);

/** Names of extras when they have no other word. */
const whole = new Set([
  ' author ',
  ' authors ',
  ' date ',
  ' dates ',
  ' meta ',
  ' timestamp ',
  ' kicker ',
  ' dachzeile ',
  ' rubrik ',
]);

/** What readers wrote below an article. */
const comments = words(
  `comment|comments|commentlist|comment list|comments area|commentarea|respond|comment respond|disqus|disqus thread|livefyre|replies|reply|discussion|discuss|fb comments|facebook comments|reader comments|guestbook|trackback|trackbacks|pingback|pingbacks|kommentar|kommentare|kommentarer|kommentaari|commentaire|commentaires|comentario|comentarios|commenti|commento|komentarze|komentare|komentari|komentar|reacties|yorum|yorumlar|binh luan|pinglun|kommentarii|opinie`,
);

function words(list: string): RegExp {
  const names = list
    .split(/[|\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return new RegExp(` (?:${names.join('|')}) `);
}

/** Names that tell the state of a whole page or part: `has-sidebar`, `modal-enabled`. */
const states =
  / (?:has|no|with|without|is|not|enabled|disabled|active|open|opened|closed|type|template|layout|theme|wrapper outer|standard|format|status) /;

/** Names that file an article, as WordPress gives them: `category-trending`, `tag-ads`. */
const files = /^ (?:category|term|tag(?! (?:list|links?|cloud|container|wrap|items?) )) /;

const remembered = new Map<string, NamedPart>();
const mostRemembered = 20_000;
const longestNames = 300;

/** What the names of an element say. Answers are remembered: most names of a page occur often. */
export function partByName({ attribs }: Element): NamedPart {
  const names = `${attribs['class'] ?? ''} ${attribs['id'] ?? ''}`;
  if (names === ' ') return null;
  let part = remembered.get(names);
  if (part === undefined) {
    part = judge(names.slice(0, longestNames));
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(names, part);
  }
  return part;
}

function judge(names: string): NamedPart {
  const all = names.split(/\s+/).map(
    (name) =>
      ` ${name
        .normalize('NFD')
        .replace(/\p{M}+/gu, '')
        .replace(/([a-z\d])([A-Z])/g, '$1 $2')
        .toLowerCase()
        .replace(/[^a-z]+/g, ' ')} `,
  );
  const parts = all.filter((name) => !states.test(name) && !files.test(name));
  if (parts.some((name) => comments.test(name))) return 'comments';
  if (parts.some((name) => name === ' article ' || bodies.test(name))) return 'body';
  if (parts.some((name) => extras.test(name) || whole.has(name))) return 'extra';
  return parts.some((name) => frames.test(name)) ? 'frame' : null;
}
