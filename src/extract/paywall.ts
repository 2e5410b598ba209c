import { isTag, type ParentNode } from 'domhandler';
import { isBlock, some } from '../html/nodes.ts';
import { textOf } from '../html/text-of.ts';
import { replaceEach } from '../html/tree.ts';

/**
 * Sentences with which a page says that the rest costs something or wants a login. Each only says this: an invitation to
 * subscribe to a newsletter is not among them. In English and in both scripts of Chinese.
 */
const notices: readonly RegExp[] = [
  /(?:subscribe|register|sign up|log in|sign in|join)(?: now)? to (?:continue|keep) reading/i,
  /(?:subscribe|register|sign up|log in|sign in) to (?:read|unlock|access) (?:the |this )?(?:full|whole|rest|article|story|post)/i,
  /to (?:continue|keep) reading,? (?:please )?(?:subscribe|register|log in|sign in|become)/i,
  /(?:this|the full) (?:article|story|post|content) is (?:only )?(?:for|available to|exclusive to|reserved for) (?:our )?(?:paid |paying )?(?:subscribers|members)/i,
  /(?:subscriber|member)s?[- ]only (?:content|article|story)|(?:content|article|story|post) (?:is )?for (?:paid |paying )?(?:subscribers|members) only/i,
  /already a (?:paid )?(?:subscriber|member)\?/i,
  /you(?:'|’)?(?:ve| have) (?:reached|used|hit) (?:your|the|all)[^.]{0,40}(?:limit|free (?:articles|stories))/i,
  /(?:unlock|get|continue with) (?:full|unlimited) (?:digital )?access/i,
  /(?:订阅|购买|付费|登录|注册|开通会员|成为会员)(?:之?后|即可|以)?[，,]?(?:即可|可以?)?(?:继续)?(?:阅读|查看|浏览|解锁)(?:全文|更多|完整|剩余|本文|全部)/,
  /(?:訂閱|購買|付費|登入|登錄|註冊|開通會員|成為會員|加入會員)(?:之?後|即可|以)?[，,]?(?:即可|可以?)?(?:繼續)?(?:閱讀|查看|瀏覽|解鎖)(?:全文|更多|完整|剩餘|本文|全部)/,
  /(?:继续阅读|阅读全文|查看全文)[，,]?请(?:先)?(?:订阅|购买|付费|登录|注册|开通)/,
  /(?:繼續閱讀|閱讀全文|查看全文)[，,]?請(?:先)?(?:訂閱|購買|付費|登入|註冊|開通|加入)/,
  /(?:本文|此文|该文|全文|以下内容)(?:章)?(?:为|是|属于)?(?:付费|会员|订阅者?|VIP)(?:专享|专属|可见|独享|阅读|文章|内容)/i,
  /(?:本文|此文|該文|全文|以下內容)(?:章)?(?:為|是|屬於)?(?:付費|會員|訂閱者?|VIP)(?:專享|專屬|限定|可見|獨享|閱讀|文章|內容)/i,
  /(?:剩余|还有|還有|剩餘)(?:内容|內容)?\s*\d+\s*(?:%|字)[^。]{0,12}(?:订阅|付费|购买|解锁|登录|訂閱|付費|購買|解鎖|登入|未读|未讀)/,
  /(?:您|你)(?:本月)?(?:的)?免费(?:阅读)?(?:篇数|次数|额度)(?:已|用)|(?:您|你)(?:本月)?(?:的)?免費(?:閱讀)?(?:篇數|次數|額度)(?:已|用)/,
  /(?:已经|已)是(?:会员|订阅者|订户)[？?]|(?:已經|已)是(?:會員|訂閱者|訂戶)[？?]/,
];

/** Where in a text the first notice of a paywall begins, or -1. */
export function paywallNoticeAt(text: string): number {
  const places = notices.map((notice) => text.search(notice)).filter((place) => place >= 0);
  return places.length > 0 ? Math.min(...places) : -1;
}

/** Takes out of an article, in place, the notice of a paywall and whatever stands behind it. */
export function beforeNotice(root: ParentNode): void {
  let isOver = false;
  replaceEach(root, (child) => {
    if (isOver) return [];
    if (paywallNoticeAt(textOf(child)) < 0) return undefined;
    isOver = true;
    if (!isTag(child) || !some(child, isBlock)) return [];
    beforeNotice(child);
    return undefined;
  });
}
