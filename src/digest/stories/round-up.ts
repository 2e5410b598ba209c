import { fold } from './fold.ts';

/**
 * What publishers call a column that tells several events in one item: press reviews, briefings, digests. One
 * language a row, as `fold` leaves it.
 */
const names = `
briefing|news brief|news briefs|in brief|round-?up|press review|newsletter|digest|headlines|what(?:'s| to| you need to) know(?: today| this week)?|things to know(?: today| for \\p{L}+)?|the day in \\p{L}+|the week in \\p{L}+|top stories|top (?:[\\p{L}]+ )?stories
早报|晨报|晚报|早餐|早知道|午报|简报|日报摘要|要闻|报摘|摘要|速览|速递|一周回顾|新闻汇总|导览|导读
presseschau|presseschau(?: am \\p{L}+)?|nachrichtenüberblick|überblick|das wichtigste(?: am \\p{L}+| vom tage| in kürze)?|kurzmeldungen|kurz gemeldet
revue de presse|l'essentiel(?: de l'actualité| du jour)?|en bref|les titres|ce qu'il faut (?:savoir|retenir)(?: ce \\p{L}+| aujourd'hui)?
revista de prensa|resumen(?: de noticias| de prensa| del día)?|las noticias del día|lo que hay que saber|en breve|titulares
revista de imprensa|resumo(?: do dia| de notícias)?|giro(?: de notícias)?|o que você precisa saber|em resumo|manchetes
rassegna stampa|le notizie del giorno|in breve
обзор прессы|обзор печати|главное(?: за (?:день|неделю|сутки|утро))?|дайджест|новости к этому часу|коротко
موجز(?: الأنباء| الأخبار)?|نشرة الأخبار|عناوين الصحف|جولة الصحافة|أقوال الصحف
朝刊|夕刊|ニュースまとめ|まとめ|ダイジェスト|一覧
브리핑|뉴스 요약|조간 신문|간추린 뉴스|단신
điểm tin|điểm báo|tin vắn|điểm tin (?:sáng|trưa|tối|chiều)(?: \\p{L}+)*
ringkasan berita|ringkasan|sorotan akhbar|berita ringkas
`
  .trim()
  .split('\n')
  .join('|');
/** A name with up to three words or four Chinese characters before it, as in “the evening digest”. */
const roundUp = new RegExp(String.raw`^(?:(?:\S+ ){0,3}|\p{Script=Han}{0,4})(?:${names})$`, 'u');
/** Characters of a part of a headline that can still be the name of a column. */
const longestName = 32;
const parts = /\s*[:：|｜]\s*|\s+[-–—]+\s+|[《》【】「」『』[\]()（）]/u;
/** A date or number that such a name is followed by. */
const trailing = /[\s,，]*(?:\p{Nd}[\p{Nd}./\-年月日]*|[（(].*[)）])$/u;

/**
 * Whether a headline is that of a press review, a briefing or the like, which tells of several events: a part of it
 * in front of or behind a colon, bar or dash, or in brackets, is the name of such a column.
 */
export function isRoundUp(title: string): boolean {
  return fold(title)
    .split(parts)
    .map((part) => part.replace(trailing, '').trim())
    .some((part) => part.length > 0 && part.length <= longestName && roundUp.test(part));
}
