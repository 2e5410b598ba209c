import type { Document, Element } from 'domhandler';
import { elementsOf, hasWords, isBlank, isNamed, textOf } from '../../html/tree.ts';
import { dropLines, type Line, linesOf, removeLines } from '../dom/lines.ts';
import { removeWhere } from '../dom/remove.ts';
import type { Receipt, Rule } from '../rule.ts';

/** What an invitation says, in Chinese and in English. */
const invitations: readonly RegExp[] = [
  /(?:欢迎|歡迎|敬请|敬請|请|請)[^，。]{0,24}(?:订阅|訂閱|关注|關注|下载|下載|注册|註冊|来信|來信|来稿|投稿|联系我们|聯繫我們|访问|訪問)/,
  /(?:欢迎|歡迎)(?:阅读|閱讀|收听|收聽|收看|转发|分享|留言|加入)/,
  /(?:点击|點擊|点此|點此|戳这里)[^。]{0,16}(?:订阅|訂閱|关注|關注|查看|阅读|閱讀|下载|下載|收听|收聽|收看|进入|注册)/,
  /(?:扫描|掃描|扫码|掃碼|长按|長按|识别|識別)[^。]{0,16}(?:二维码|二維碼|关注|關注)/,
  /(?:订阅|訂閱|关注|關注)[^，。]{0,16}(?:公众号|公眾號|微信|微博|频道|頻道|电报|電報|脸书|臉書|推特|telegram|facebook|twitter|youtube|instagram|简报|簡報|通讯|通訊|newsletter|rss|播客|播放列表)/i,
  /(?:获取|獲取|订阅|訂閱)更多\s?rss|播放列表\s?[:：]/i,
  /(?:欢迎|歡迎)[^，。]{0,24}(?:收听|收聽|收看|观看|觀看)/,
  /(?:点击|點擊|点|戳)[^。]{0,8}(?:蓝字|藍字|名片|卡片|在看)|点(?:个|個|亮)?[^。]{0,6}(?:赞|讚|在看)|(?:转发|轉發)(?:给|給|到)[^。]{0,12}(?:朋友|好友|群)/,
  /(?:打赏|打賞|赞赏|讚賞|捐款|捐助|赞助|贊助)(?:本站|我们|我們|作者|支持)|(?:支持|赞助|贊助)(?:我们|我們|本站|独立媒体|獨立媒體)/,
  /(?:感谢|感謝)(?:您|你)?(?:阅读|閱讀|收看|收听|收聽|关注|關注)/,
  /\b(?:sign up|subscribe)\b.{0,40}\b(?:to|for|now|here|today|newsletter|free)\b/i,
  /\b(?:follow|find|like) (?:us|me|him|her|them|@\w+)\b.{0,24}\b(?:on|at)\b/i,
  /\b(?:join|get|download|read|listen to|click|tap)\b.{0,60}\b(?:newsletter|our app|the app|telegram|whatsapp|discord|here|channel|in your inbox)\b/i,
  /\bsupport (?:us|the show|this (?:show|podcast|channel|newsletter)|our work|my work)\b\s?[:：]?/i,
  /\b(?:become a|buy me a)\b.{0,40}\b(?:member|patron|subscriber|coffee|patreon|donation|donating)\b/i,
  /\bthanks? (?:you )?for reading\b/i,
  /\bthe post .{1,200} (?:first appeared|appeared first) on\b/i,
  /\b(?:originally|first) (?:published|appeared) (?:on|at|in)\b/i,
];

/** How a line begins that asks its reader for something; in the closing lines it need not be set apart. */
const plea =
  /^(?:(?:欢迎|歡迎|敬请|敬請|请|請|扫描|掃描|扫码|掃碼|长按|長按|识别|識別|点击|點擊|订阅|訂閱|关注|關注|点个|點個|点亮|戳|喜欢就|喜歡就|觉得[^。]{1,12}就)|(?:更多|喜欢|喜歡|想)[^。]{0,30}(?:请|請|欢迎|歡迎)|(?:please )?(?:subscribe|sign up|follow|support|join|thanks? (?:you )?for reading))/i;
/** What it asks for; "mind the weather, the captain said" is none. */
const pleaded =
  /公众号|公眾號|二维码|二維碼|蓝字|藍字|名片|星标|星標|订阅|訂閱|微信|微博|频道|頻道|电报|電報|播客|点(?:个|個|亮)?[^。]{0,6}(?:赞|讚|在看)|收听|收聽|收看|打赏|打賞|捐|subscri|sign up|newsletter|follow|reading|listening|watching|support|donat|patreon/i;
const closing = 4;
const longestPlea = 100;
/** Among the opening lines it is short: "Tap the blue name above to follow us". */
const opening = 2;
const longestOpening = 30;
/** Alternative texts of pictures to be scanned with a telephone. */
const scanned = /^.{0,12}(?:二维码|二維碼|qr[\s-]?code|赞赏码|讚賞碼|收款码|公众号|公眾號).{0,12}$/i;

/** Where invitations stand: this many lines from the start and from the end. */
const head = 6;
const tail = 10;
/** Longest invitation, in characters, and the share of it that must invite. */
const longest = 420;
const invitingShare = 0.6;
/** Share of links from which fine print is a footer. */
const footerLinks = 0.25;
/** Most lines of a footer. */
const mostLines = 12;
/** Longest label before an address, in characters. */
const longestLabel = 24;
/** Letters of a footer that need not be links: "More feeds here:". */
const mostTalk = 40;

const figures = new Set(['figure']);

/** Invitations to subscribe, follow and pay, and the footers that feeds hang on their articles. */
export const rule: Rule = {
  name: 'promos',
  apply(root, _context, receipt) {
    dropFooter(root, receipt);
    removeWhere(root, rule.name, receipt, isScanned, figures);
    const lines = linesOf(root);
    const addressed = lines.length - addressesAtEnd(lines);
    const last = lines[addressed - 1];
    const areInvited = addressed < lines.length && last !== undefined && isInvitation(last, 0);
    removeLines(root, receipt, (line, index) => {
      const goes = index < addressed ? isInvitation(line, addressed - 1 - index) : areInvited;
      return goes ? rule.name : null;
    });
  },
};

/** How many of the last lines are bare addresses and the labels before them: where to subscribe. */
function addressesAtEnd(lines: readonly Line[]): number {
  const isAddress = ({ text }: Line) => /^https?:\/\/\S+$/i.test(text);
  const isLabel = ({ text }: Line) => text.length <= longestLabel && /[:：]$/.test(text);
  const first = lines.findLastIndex((line) => !isAddress(line) && !isLabel(line)) + 1;
  return lines.slice(first).some(isAddress) ? lines.length - first : 0;
}

/** `fromEnd` counts from the addresses, where the last lines are some. */
function isInvitation(line: Line, fromEnd: number): boolean {
  if (line.pictured || line.text.length > longest || (line.fromStart >= head && fromEnd >= tail))
    return false;
  if (!isSetApart(line) && !isPlea(line, fromEnd)) return false;
  const parts = line.text.split(/(?<=[。！？!?])|(?<=\.)\s/u).filter((part) => !isBlank(part));
  const inviting = parts.filter((part) => invitations.some((invitation) => invitation.test(part)));
  return inviting.join('').length >= invitingShare * line.text.length;
}

const isSetApart = (line: Line): boolean =>
  line.links.length > 0 || /^[(（【[].*[)）】\]]$/su.test(line.text) || isItalic(line);

function isPlea({ text, fromStart }: Line, fromEnd: number): boolean {
  if (!plea.test(text) || !pleaded.test(text)) return false;
  if (fromStart < opening) return fromEnd > 0 && text.length <= longestOpening;
  return fromEnd < closing && text.length <= longestPlea;
}

function isScanned(figure: Element): boolean {
  const pictures = elementsOf(figure).filter((found) => found.name === 'img');
  return textOf(figure) === '' && pictures.length === 1 && scanned.test(pictures[0]?.attribs['alt'] ?? '');
}

const isItalic = ({ nodes }: Line): boolean =>
  nodes.every((node) => isNamed(node, 'i', 'em', 'small') || !hasWords(node));

/** What stands behind the last rule of a body when it is links or fine print and nothing else. */
function dropFooter(root: Document, receipt: Receipt): void {
  const last = root.children.findLastIndex((child) => isNamed(child, 'hr'));
  if (last < 0) return;
  const behind = new Set(root.children.slice(last + 1));
  const lines = linesOf(root).filter(({ block }) => behind.has(rootBlock(block, root)));
  const covered = new Set(lines.map(({ block }) => rootBlock(block, root)));
  const isAllLines = [...behind].every((block) => covered.has(block as Element) || !hasWords(block));
  if (!isAllLines || lines.length === 0 || lines.length > mostLines) return;
  if (!lines.some(({ links }) => links.length > 0) || !lines.every(isFooterLine)) return;
  if (!lines.every(({ block }) => receipt.mayRemove(block))) return;
  for (const block of covered) receipt.note(rule.name, block);
  dropLines(root, lines);
}

function isFooterLine(line: Line): boolean {
  if (line.pictured || line.text.length > longest) return false;
  if (line.linked >= 0.9 || (line.linked >= footerLinks && isItalic(line))) return true;
  return line.text.length <= mostTalk && (line.links.length > 0 || /[:：]$/.test(line.text));
}

function rootBlock(block: Element, root: Document): Element {
  let outer = block;
  while (outer.parent && outer.parent !== root) outer = outer.parent as Element;
  return outer;
}
