/** What pages write beside their articles in a block of its own: over adverts, on buttons, where something loads. */
const labels = new Set(
  `advertisement|advertisements|ad|ads|advert|sponsored|sponsored content|anzeige|werbung|publicité|publicite|publicidad|publicidade|pubblicità|reklama|reklam|reklame|реклама|iklan|annonce|annons|mainos|advertentie|hirdetés|publicitate|διαφήμιση|quảng cáo|إعلان|إعلانات|פרסומת|विज्ञापन|โฆษณา|広告|スポンサーリンク|광고|广告|廣告
  share|share this|share this article|share this post|share on|share it|teilen|teilen mit|beitrag teilen|artikel teilen|partager|partager cet article|compartir|comparte|compartilhar|compartilhe|condividi|udostępnij|podziel się|delen|deel dit artikel|dela|del|jaa|sdílet|megosztás|distribuie|κοινοποίηση|поделиться|поділитися|paylaş|bagikan|chia sẻ|مشاركة|شارك|שתפו|साझा करें|शेयर करें|แชร์|シェア|シェアする|공유|공유하기|分享|分享到
  loading|loading…|loading...|wird geladen|chargement|cargando|carregando|caricamento|загрузка|yükleniyor|读取中|正在加载|加载中|載入中|読み込み中
  print|drucken|imprimer|imprimir|stampa|drukuj|afdrukken|skriv ut|печать|yazdır|打印|列印|印刷|인쇄
  comment|comments|leave a comment|post a comment|kommentare|kommentar|kommentieren|commentaires|commenter|comentarios|comentários|commenti|komentarze|reacties|kommentarer|комментарии|yorumlar|komentar|bình luận|التعليقات|תגובות|ความคิดเห็น|コメント|댓글|评论|評論|留言
  read more|continue reading|weiterlesen|mehr lesen|lire la suite|leer más|ler mais|leia mais|continua a leggere|leggi tutto|czytaj więcej|lees meer|läs mer|читать далее|devamını oku|baca selengkapnya|xem thêm|اقرأ المزيد|続きを読む|더 보기|阅读全文|閱讀全文|查看更多
  previous|next|back to top|nach oben|zurück|haut de page|volver arriba|voltar ao topo|torna su|наверх|返回顶部|回到頂部|ページトップへ`
    .split(/[|\n]/)
    .map((label) => label.trim()),
);
const longest = 40;

/** Whether the whole text of a block is such a label; digits, signs and the space around it do not count. */
export function isUiLabel(text: string): boolean {
  const words = text.trim();
  if (words.length > longest) return false;
  return labels.has(words.toLowerCase().replace(/^[\s\d\p{P}\p{S}]+|[\s\d\p{P}\p{S}]+$/gu, ''));
}
