import { captionLinesOf, removeLines } from '../dom/lines.ts';
import type { Rule } from '../rule.ts';

/** Longest notice, in characters. */
const longest = 400;
/** Longest skip link, apology or label of an advert, in characters. */
const longestLabel = 120;
/** Letters that may remain of a line when its notices are taken out: "Note:", an editor's name. */
const mostRemainder = 12;

/**
 * Lines that every article of a site carries and none is about, by the name under which the receipt lists them.
 * Each must be all of its line: in a sentence of the article the same words stay.
 */
const whole: Record<string, RegExp> = {
  advert:
    /^(?:广告|廣告|赞助商?内容|贊助商?內容|advert(?:isement|ising)?|sponsored(?: content)?|anzeige|werbung|publicit[ée]|publicidad)(?:\s?\d+)?$/i,
  forum: /^(?:points: \d+|# ?comments: \d+|submitted by \/?u\/[\w-]{1,40}(?: to \/?r\/\w{1,40})?)$/i,
  promos: /^[^。]{0,12}(?:周|週|星期|每)[^。]{0,40}\d{1,2}[:：]\d{2}[^。]{0,12}(?:播出|重播|首播)。?$/,
  share:
    /^(?=.*[\s\d|/·,，])(?:(?:(?:喜欢|喜歡|点赞|點讚|赞|讚|收藏|分享|转发|轉發|打赏|打賞|评论|評論|在看|举报|舉報|赞过|like|share|comments?)[\s(（:：]{0,3}\d{0,6}[)）]?[\s|·,，/]{0,3}){2,}|分享(?:到|至|此文章|本文)?[:：]?|share this(?: (?:post|article|story))?[:：]?)$/i,
  related:
    /^(?:(?:请|請)?(?:点击|點擊|点此|點此|戳)?(?:这里|這裡|此处|此處|下方|左下角|链接|連結|文末|“){0,2}(?:阅读|閱讀|查看)(?:原文|全文)|read (?:the )?(?:full|original|whole) (?:article|story|post))[.。>»→…]*$/i,
  'skip-link':
    /^(?:(?:跳过|跳過|略过|略過)\s?.{0,12}(?:帖子|贴文|貼文|推文|广告|廣告|内容|內容|视频|視頻).{0,60}|(?:结尾|結尾)\s?.{0,12}(?:帖子|贴文|貼文).{0,60}|(?:视频加注文字[，,]\s?)?(?:告知|警告|注意)[:：]第三方内容可能包含广告|(?:跳过|跳過|结尾|結尾)[^。]{0,16}(?:推荐|推薦|播客|热读|熱讀|内容|內容|继续阅读|繼續閱讀)|end of .{0,30} heading|skip .{0,20}(?:post|content|advert|newsletter|promotion)\b.{0,60}|end of .{0,20}(?:post|advert|newsletter|promotion)\b.{0,60}|warning: third[- ]party content may contain adverts?)$/i,
  apology:
    /^(?:您?你?的(?:器材|设备|設備|浏览器|瀏覽器|裝置|装置)(?:目前)?(?:不支持|不支援|无法|無法|禁用).{0,40}|(?:请|請)(?:启用|啟用|开启|開啟)\s?javascript.{0,40}|(?:please )?(?:enable|turn on) javascript\b.{0,60}|your (?:browser|device) (?:does not|doesn['’]t|cannot) .{0,60}|this (?:video|audio|media|content) (?:can ?not|is not|isn['’]t|could not) .{0,60}|(?:sorry, )?(?:this|the) (?:video|media) (?:is|has been) .{0,20}(?:unavailable|removed).{0,20}|to view this video please enable javascript.{0,80})$/i,
};

/** Sentences that make a notice. */
const sentences: readonly RegExp[] = [
  /(?:©|ⓒ|\(c\)|copyright|版权所有|版權所有)\s*(?:©\s*)?(?:\d{4}(?:\s?[-–]\s?\d{4})?年?)?[^。.!！?？|]{0,60}[。.]?/i,
  /all rights reserved\.?/i,
  /(?:版权|版權|著作权|著作權)(?:声明|聲明)?[:：]?[^。]{0,40}(?:所有|保护|保護|归|歸)[^。]{0,60}[。]?/,
  /(?:未经|未經|没有|沒有)[^。，]{0,20}(?:许可|許可|允许|允許|授权|授權|同意)[，,]?[^。]{0,16}(?:不得|禁止|请勿|請勿|严禁|嚴禁)[^。]{0,30}(?:转载|轉載|使用|复制|複製|转发|散播)[^。]{0,20}[。]?/,
  /(?:转载|轉載)(?:请|請|须|須|时|時|需)?[^。]{0,10}(?:注明|註明|保留|联系|聯繫|标明)[^。]{0,40}[。]?/,
  /(?:本文|文中|文章|以上|上述|嘉宾|嘉賓|节目|節目|作者|评论|評論)[^。]{0,30}(?:(?:仅|僅|只|不|并不|並不)代表|(?:仅|僅|只)是?反映)[^。]{0,30}[。]?/,
  /(?:摘编|摘編|摘译|摘譯|编译|編譯|转载|轉載)自?[^。]{0,30}(?:不|并不|並不)(?:一定)?代表[^。]{0,30}[。]?/,
  /(?:this (?:article|material|story|content) may not be|no part of this) [^.]{0,120}\.?/i,
  /除(?:非)?(?:特别|特別)?(?:注明|註明|说明|說明|声明|聲明)[^。]{0,12}(?:均|皆|都)(?:为|為|是)[^。]{0,24}(?:原创|原創)[。]?/,
  /(?:this (?:post|article|page|story) )?(?:may )?contains? affiliate links[^.]{0,120}\.?/i,
  /learn more about your ad choices\.?(?: visit \S{4,80})?/i,
  /hosted (?:on|by) [\p{L}\p{N} ]{2,24}\. see \S{4,80} for more information\.?/iu,
  /see \S{4,80} for (?:privacy|more)\b[^.]{0,40}\binformation\.?/i,
  /(?:the )?(?:views|opinions) expressed [^.]{0,140}\.?/i,
];
/** What goes with a notice and makes none: addresses, what the house says of itself and of the author. */
const company: readonly RegExp[] = [
  /(?:责任编辑|責任編輯|责编|責編|本文编辑|本文編輯|编辑|編輯)?(?:电子|電子)?(?:邮箱|郵箱|信箱|电邮|電郵)?[:：]?\s?[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{1,20}){1,4}/,
  /(?:注|按)?[:：]?(?:本文)?(?:作者|笔者|筆者)(?:是|系|係|为|為|现|現|曾|供职|供職|任职|任職)[^。]{2,120}。?/,
  /本文(?:由|来自|來自)[^。]{1,80}?(?:发表|發表|发布|發佈|整理|首发|首發|原创|原創)[，,。]?|本文(?:链接|鏈接|連結|地址|永久链接)[:：]?/,
  /(?:to see more, |please )?visit(?= ?https?:)/i,
  /https?:\/\/\S{4,200}/i,
  /we may (?:earn|receive) [^.]{0,80}\.?|(?:as an \w+ associate,? )?i earn from qualifying purchases\.?/i,
  /[^。]{0,30}(?:致力于|致力於)[^。]{0,6}提供[^。]{0,80}。/,
  /(?:任何)?(?:不当行为|不當行為)[^。]{0,60}。?/,
];

/** Copyright, reprint and liability notices, skip links, apologies for players, labels of adverts. */
export const rule: Rule = {
  name: 'notices',
  apply(root, _context, receipt) {
    removeLines(root, receipt, (line) => {
      if (line.pictured || line.text.length > longest) return null;
      return wholeLine(line.text) ?? (isNotice(line.text) ? rule.name : null);
    });
    removeLines(root, receipt, ({ text }) => wholeLine(text), captionLinesOf(root));
  },
};

const anyWhole = new RegExp(
  Object.values(whole)
    .map(({ source }) => source)
    .join('|'),
  'i',
);

function wholeLine(text: string): string | null {
  if (text.length > longestLabel) return null;
  const words = bare(text);
  if (!anyWhole.test(words)) return null;
  const kind = Object.entries(whole).find(([, pattern]) => pattern.test(words))?.[0];
  return kind ? `${rule.name}/${kind}` : null;
}

/** All sentences in one, as most lines hold none; those that ask for letters of any script need a flag that is slow. */
const ofAnyScript = sentences.filter(({ unicode }) => unicode);
const others = sentences.filter(({ unicode }) => !unicode);
const anyOther = new RegExp(others.map(({ source }) => source).join('|'), 'i');

function isNotice(text: string): boolean {
  if (!anyOther.test(text) && !ofAnyScript.some((sentence) => sentence.test(text))) return false;
  const left = sentences.reduce((rest, sentence) => rest.replace(sentence, ' '), text);
  if (left === text) return false;
  const rest = company.reduce((words, companion) => words.replace(companion, ' '), left);
  return (rest.match(/[\p{L}\p{N}]/gu)?.length ?? 0) <= mostRemainder;
}

/** Without the brackets, dashes and stars around it. */
function bare(text: string): string {
  return text.replace(/^[\s\-–—=_*~·[\](（【「『<>|]+|[\s\-–—=_*~·[\])）】」』<>|]+$/g, '');
}
