import { phraseTable } from '../phrases.ts';

/** What an invitation says: to subscribe, follow, download, write, pay. */
export const invitations = phraseTable([
  [
    'zh',
    /(?:欢迎|歡迎|敬请|敬請|请|請)[^，。]{0,24}(?:订阅|訂閱|关注|關注|下载|下載|注册|註冊|来信|來信|来稿|投稿|联系我们|聯繫我們|访问|訪問)/,
    '欢迎您订阅本刊',
  ],
  ['zh', /(?:欢迎|歡迎)(?:阅读|閱讀|收听|收聽|收看|转发|分享|留言|加入)/, '欢迎转发'],
  [
    'zh',
    /(?:点击|點擊|点此|點此|戳这里)[^。]{0,16}(?:订阅|訂閱|关注|關注|查看|阅读|閱讀|下载|下載|收听|收聽|收看|进入|注册)/,
    '点击这里下载',
  ],
  [
    'zh',
    /(?:扫描|掃描|扫码|掃碼|长按|長按|识别|識別)[^。]{0,16}(?:二维码|二維碼|关注|關注)/,
    '长按识别二维码',
  ],
  [
    'zh',
    /(?:订阅|訂閱|关注|關注)[^，。]{0,16}(?:公众号|公眾號|微信|微博|频道|頻道|电报|電報|脸书|臉書|推特|telegram|facebook|twitter|youtube|instagram|简报|簡報|通讯|通訊|newsletter|rss|播客|播放列表)/,
    '关注我们的公众号',
  ],
  ['zh', /(?:获取|獲取|订阅|訂閱)更多\s?rss/, '获取更多 RSS'],
  ['zh', /播放列表\s?[:：]/, '播放列表：'],
  ['zh', /(?:欢迎|歡迎)[^，。]{0,24}(?:收听|收聽|收看|观看|觀看)/, '欢迎在周五晚上观看'],
  ['zh', /(?:点击|點擊|点|戳)[^。]{0,8}(?:蓝字|藍字|名片|卡片|在看)/, '点击上方蓝字'],
  ['zh', /点(?:个|個|亮)?[^。]{0,6}(?:赞|讚|在看)/, '点个赞'],
  ['zh', /(?:转发|轉發)(?:给|給|到)[^。]{0,12}(?:朋友|好友|群)/, '转发给更多朋友'],
  ['zh', /(?:打赏|打賞|赞赏|讚賞|捐款|捐助|赞助|贊助)(?:本站|我们|我們|作者|支持)/, '打赏作者'],
  ['zh', /(?:支持|赞助|贊助)(?:我们|我們|本站|独立媒体|獨立媒體)/, '支持独立媒体'],
  ['zh', /(?:感谢|感謝)(?:您|你)?(?:阅读|閱讀|收看|收听|收聽|关注|關注)/, '感谢您阅读'],
  ['en', /\b(?:sign up|subscribe)\b.{0,40}\b(?:to|for|now|here|today|newsletter|free)\b/, 'Subscribe now'],
  ['en', /\b(?:follow|find|like) (?:us|me|him|her|them|@\w+)\b.{0,24}\b(?:on|at)\b/, 'Follow us on Mastodon'],
  [
    'en',
    /\b(?:join|get|download|read|listen to|click|tap)\b.{0,60}\b(?:newsletter|our app|the app|telegram|whatsapp|discord|here|channel|in your inbox)\b/,
    'Get the news in your inbox',
  ],
  [
    'en',
    /\bsupport (?:us|the show|this (?:show|podcast|channel|newsletter)|our work|my work)\b\s?[:：]?/,
    'Support this podcast:',
  ],
  [
    'en',
    /\b(?:become a|buy me a)\b.{0,40}\b(?:member|patron|subscriber|coffee|patreon|donation|donating)\b/,
    'Buy me a coffee',
  ],
  ['en', /\bthanks? (?:you )?for reading\b/, 'Thank you for reading'],
  [
    'en',
    /\bthe post .{1,200} (?:first appeared|appeared first) on\b/,
    'The post The ferry sails appeared first on Quay.',
  ],
  ['en', /\b(?:originally|first) (?:published|appeared) (?:on|at|in)\b/, 'Originally published in Quay.'],
]);

/** How a line begins that asks the reader for something. */
export const pleas = phraseTable(
  [
    ['zh', /欢迎|歡迎/, '欢迎订阅'],
    ['zh', /敬请|敬請/, '敬请关注'],
    ['zh', /请|請/, '请订阅'],
    ['zh', /扫描|掃描|扫码|掃碼/, '扫码关注'],
    ['zh', /长按|長按/, '长按二维码'],
    ['zh', /识别|識別/, '识别二维码'],
    ['zh', /点击|點擊/, '点击关注'],
    ['zh', /订阅|訂閱/, '订阅频道'],
    ['zh', /关注|關注/, '关注公众号'],
    ['zh', /点个|點個|点亮/, '点个在看'],
    ['zh', /戳/, '戳上方蓝字'],
    ['zh', /喜欢就|喜歡就/, '喜欢就订阅'],
    ['zh', /觉得[^。]{1,12}就/, '觉得有用就点赞'],
    ['zh', /(?:更多|喜欢|喜歡|想)[^。]{0,30}(?:请|請|欢迎|歡迎)/, '更多内容请订阅'],
    [
      'en',
      /(?:please )?(?:subscribe|sign up|follow|support|join|thanks? (?:you )?for reading)/,
      'Please subscribe',
    ],
  ],
  { before: '^' },
);

/** What such a line asks for. "Mind the weather, the captain said" asks for nothing of these. */
export const requests = phraseTable([
  ['zh', /公众号|公眾號/, '关注公众号'],
  ['zh', /二维码|二維碼/, '扫描二维码'],
  ['zh', /蓝字|藍字/, '点击蓝字'],
  ['zh', /名片/, '点击名片'],
  ['zh', /星标|星標/, '设为星标'],
  ['zh', /订阅|訂閱/, '请订阅'],
  ['zh', /微信/, '加入微信群'],
  ['zh', /微博/, '关注微博'],
  ['zh', /频道|頻道/, '加入频道'],
  ['zh', /电报|電報/, '加入电报群'],
  ['zh', /播客/, '关注播客'],
  ['zh', /点(?:个|個|亮)?[^。]{0,6}(?:赞|讚|在看)/, '点个在看'],
  ['zh', /收听|收聽|收看/, '欢迎收听'],
  ['zh', /打赏|打賞|捐/, '请打赏'],
  ['en', /subscri|sign up/, 'Please subscribe'],
  ['en', /newsletter/, 'Join the newsletter'],
  ['en', /follow/, 'Follow us'],
  ['en', /reading|listening|watching/, 'Thanks for reading'],
  ['en', /support/, 'Support us'],
  ['en', /donat|patreon/, 'Please donate'],
]);

/** Alternative texts of pictures that a reader is to scan with a telephone. */
export const scannedPictures = phraseTable(
  [
    ['zh', /二维码|二維碼/, '本报二维码'],
    ['en', /qr[\s-]?code/, 'QR code (app)'],
    ['zh', /赞赏码|讚賞碼|收款码/, '赞赏码'],
    ['zh', /公众号|公眾號/, '本报公众号'],
  ],
  { before: '^.{0,12}', after: '.{0,12}$' },
);
