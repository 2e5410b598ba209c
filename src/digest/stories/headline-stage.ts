import { fold } from './fold.ts';

/** What a headline tells of an event, the kind that stands in front of a story first. */
export const stages = ['result', 'running', 'preview', 'commentary', 'statement'] as const;
export type Stage = (typeof stages)[number];

/**
 * Signs of each stage but the result, which has none, one language a row, as `fold` leaves them. Words stand between
 * blanks or signs; Chinese, Japanese and Korean ones anywhere. `^` and `$` are the ends of the headline.
 */
const signs: Readonly<Record<Exclude<Stage, 'result'>, string>> = {
  statement: `
full text|transcript|read the full|statement in full|text of the|joint statement|full statement
全文|实录|致辞|讲话稿|声明（|公告（
im wortlaut|wortlaut|volltext|gemeinsame erklärung
texte intégral|verbatim|retranscription|déclaration conjointe
texto íntegro|texto completo|transcripción|comunicado íntegro
íntegra|leia a íntegra|texto completo|transcrição
полный текст|стенограмма|текст выступления|текст обращения
النص الكامل|نص البيان|نص كلمة
全文|声明文
전문\\]|성명 전문|담화문
toàn văn
teks penuh|kenyataan penuh`,
  commentary: `
opinion|analysis|comment|commentary|editorial|explainer|explained|column|op-ed|viewpoint|review|interview|profile|q&a|letters?|why|how|what .+ means|podcast|cartoon
评论|社论|社评|时评|观点|分析|解读|专访|特写|综述|漫评|读者来信|为何|为什么|怎么看|意味着什么|一文看懂
kommentar|analyse|meinung|leitartikel|interview|gastbeitrag|glosse|porträt|warum|was .+ bedeutet|fragen und antworten
opinion|analyse|éditorial|tribune|chronique|entretien|portrait|pourquoi|comment .+|décryptage
opinión|análisis|editorial|tribuna|columna|entrevista|perfil|por qué|claves|cómo
opinião|análise|editorial|coluna|entrevista|perfil|por que|entenda
мнение|анализ|колонка|интервью|комментарий|почему|что означает|разбор
رأي|تحليل|مقال|حوار|لماذا|ماذا يعني
社説|解説|分析|コラム|インタビュー|なぜ
사설|칼럼|분석|인터뷰|해설|왜
bình luận|góc nhìn|phân tích|phỏng vấn|vì sao|tại sao
pendapat|analisis|ulasan|mengapa|wawancara|kenapa`,
  preview: `
ahead of|set to|expected to|expected|poised to|preview|eve of|prepares? (?:to|for)|awaits?|awaiting|to watch|to vote|to decide|looms?|gears up|countdown|upcoming|will meet|hopes? to
将于|即将|前夕|拟于|有望|预计|料将|备战|在即|前瞻|倒计时|将举行|将会晤|将表决|将公布|明日|明天
vor (?:dem|der|den)|vor \\p{L}+-(?:sitzung|wahl|spiel|gipfel)|erwartet|erwarten|steht bevor|stehen vor|vorschau|bereitet sich|entscheidet heute|hofft
avant|attendu|attendue|à la veille|s'apprête|se prépare|attend|en vue|doit voter
ante|a la espera|en vísperas|se prepara|prevé|previsto|previa|decidirá|votará
antes d[aoe]|às vésperas|prevista|previsto|se prepara|deve votar|expectativa
накануне|ожидается|ожидают|готовится|перед|предстоит|планирует
قبيل|عشية|يترقب|مرتقب|ترقب|يستعد|المنتظر
控え|前に|見通し|予定|へ$|迎える|きょう|注目
앞두고|전망|예정|임박|하루 앞
sắp|trước thềm|dự kiến|chuẩn bị|chờ
bakal|menjelang|dijangka|bersiap`,
  running: `
live|live updates|exit polls?|early results|too close to call|counting|under ?way|so far|rolling coverage|as it happens|race to|search for survivors|polls close|leads in
直播|出口民调|点票|计票|开票中|进行中|正在|搜救仍在|滚动|初步结果|暂时领先
liveticker|live|hochrechnung|prognose|ausgezählt|nachwahlbefragung|dauert an|laufen
en direct|direct|estimations|dépouillement|en cours|sortie des urnes
en vivo|en directo|a pie de urna|escrutinio|recuento|en curso|minuto a minuto
ao vivo|boca de urna|apuração|em andamento|acompanhe
онлайн|экзитпол|экзит-пол|подсчет|продолжается|прямая трансляция
مباشر|استطلاعات الخروج|فرز|مستمر
速報|開票|出口調査|中継|捜索続く
속보|출구조사|개표|생중계|수색 중
trực tiếp|kiểm phiếu|đang
secara langsung|sedang|pengiraan undi`,
};
/** Languages whose signs are found within a run of characters. */
const withoutBlanks = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

const readers = (['statement', 'commentary', 'preview', 'running'] as const).map((stage) => {
  const all = [...new Set(signs[stage].trim().split(/[\n|](?![^(]*\))/))];
  const [anywhere, words] = [
    all.filter((sign) => withoutBlanks.test(sign)),
    all.filter((sign) => !withoutBlanks.test(sign)),
  ];
  const between = String.raw`(?<![\p{L}\p{N}])(?:${words.join('|')})(?![\p{L}\p{N}])`;
  return { stage, sign: new RegExp(`${anywhere.join('|')}|${between}`, 'u') };
});
/** A headline that asks, or begins with what somebody says, looks at an event; a name in quotation marks is no speech. */
const asksOrQuotes = new RegExp(
  [
    String.raw`[?？؟]\s*$`,
    String.raw`^\s*["“„«‘'](?:[^"”“»’]*\s){2,}[^"”“»’]*["”“»’]`,
    String.raw`^\s*[“「『][^”」』\p{Script=Latin}]{8,}[”」』]`,
  ].join('|'),
  'u',
);

/** What a headline tells, and the sign that shows it; '' where nothing shows it to be other than a result. */
export function stageOf(title: string): { stage: Stage; sign: string } {
  const folded = fold(title);
  for (const { stage, sign } of readers) {
    const found = sign.exec(folded)?.[0];
    if (found) return { stage, sign: found };
    if (stage === 'commentary') {
      const asks = asksOrQuotes.exec(title)?.[0].trim();
      if (asks) return { stage, sign: asks };
    }
  }
  return { stage: 'result', sign: '' };
}
