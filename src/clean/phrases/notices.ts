import { phraseList, phraseTable } from '../phrases.ts';

const wholeLine = { before: '^', after: '$' };

/** Words of the buttons below a post, which come in a row, each with its count or none. */
const buttons =
  /喜欢|喜歡|点赞|點讚|赞|讚|收藏|分享|转发|轉發|打赏|打賞|评论|評論|在看|举报|舉報|赞过|like|share|comments?/
    .source;

/**
 * Lines that every article of a site carries and none is about, by the kind under which the receipt lists them.
 * The phrase must be all of the line: the article may have the same words in a sentence.
 */
export const lines = {
  advert: phraseTable(
    [
      ['zh', /广告|廣告/, '广告'],
      ['zh', /赞助商?内容|贊助商?內容/, '赞助商内容'],
      ['en', /advert(?:isement|ising)?/, 'Advertisement 2'],
      ['en', /sponsored(?: content)?/, 'Sponsored content'],
      ['de', /anzeige|werbung/, 'Anzeige'],
      ['fr', /publicit[ée]/, 'Publicité'],
      ['es', /publicidad/, 'Publicidad'],
    ],
    { before: '^', after: String.raw`(?:\s?\d+)?$` },
  ),
  forum: phraseTable(
    [
      ['en', /points: \d+/, 'Points: 12'],
      ['en', /# ?comments: \d+/, '# Comments: 3'],
      ['en', /submitted by \/?u\/[\w-]{1,40}(?: to \/?r\/\w{1,40})?/, 'submitted by /u/quay to /r/ferries'],
    ],
    wholeLine,
  ),
  promos: phraseTable(
    [
      [
        'zh',
        /[^。]{0,12}(?:周|週|星期|每)[^。]{0,40}\d{1,2}[:：]\d{2}[^。]{0,12}(?:播出|重播|首播)。?/,
        '本节目每星期六晚上 20:30 播出。',
      ],
    ],
    wholeLine,
  ),
  share: phraseTable(
    [
      [
        'mul',
        new RegExp(String.raw`(?:(?:${buttons})[\s(（:：]{0,3}\d{0,6}[)）]?[\s|·,，/]{0,3}){2,}`),
        '点赞 12 | 评论 3 | Share',
      ],
      ['en', /share this(?: (?:post|article|story))?[:：]?/, 'Share this article:'],
    ],
    { before: String.raw`^(?=.*[\s\d|/·,，])`, after: '$' },
  ),
  related: phraseTable(
    [
      [
        'zh',
        /(?:请|請)?(?:点击|點擊|点此|點此|戳)?(?:这里|這裡|此处|此處|下方|左下角|链接|連結|文末|“){0,2}(?:阅读|閱讀|查看)(?:原文|全文)/,
        '请点击这里阅读全文',
      ],
      ['en', /read (?:the )?(?:full|original|whole) (?:article|story|post)/, 'Read the full article…'],
    ],
    { before: '^', after: '[.。>»→…]*$' },
  ),
  'skip-link': phraseTable(
    [
      [
        'zh',
        /(?:跳过|跳過|略过|略過)\s?.{0,12}(?:帖子|贴文|貼文|推文|广告|廣告|内容|內容|视频|視頻).{0,60}/,
        '跳过 X 帖子',
      ],
      ['zh', /(?:结尾|結尾)\s?.{0,12}(?:帖子|贴文|貼文).{0,60}/, '结尾 X 帖子'],
      [
        'zh',
        /(?:视频加注文字[，,]\s?)?(?:告知|警告|注意)[:：]第三方内容可能包含广告/,
        '警告：第三方内容可能包含广告',
      ],
      [
        'zh',
        /(?:跳过|跳過|结尾|結尾)[^。]{0,16}(?:推荐|推薦|播客|热读|熱讀|内容|內容|继续阅读|繼續閱讀)/,
        '跳过热读',
      ],
      ['en', /end of .{0,30} heading/, 'End of the main heading'],
      ['en', /skip .{0,20}(?:post|content|advert|newsletter|promotion)\b.{0,60}/, 'Skip to content'],
      ['en', /end of .{0,20}(?:post|advert|newsletter|promotion)\b.{0,60}/, 'End of newsletter promotion'],
      [
        'en',
        /warning: third[- ]party content may contain adverts?/,
        'Warning: third-party content may contain adverts',
      ],
    ],
    wholeLine,
  ),
  apology: phraseTable(
    [
      [
        'zh',
        /您?你?的(?:器材|设备|設備|浏览器|瀏覽器|裝置|装置)(?:目前)?(?:不支持|不支援|无法|無法|禁用).{0,40}/,
        '您的浏览器不支持播放此视频',
      ],
      ['zh', /(?:请|請)(?:启用|啟用|开启|開啟)\s?javascript.{0,40}/, '请启用 JavaScript 后观看'],
      ['en', /(?:please )?(?:enable|turn on) javascript\b.{0,60}/, 'Please enable JavaScript to watch'],
      [
        'en',
        /your (?:browser|device) (?:does not|doesn['’]t|cannot) .{0,60}/,
        'Your browser does not support this player',
      ],
      [
        'en',
        /this (?:video|audio|media|content) (?:can ?not|is not|isn['’]t|could not) .{0,60}/,
        'This video cannot be played',
      ],
      [
        'en',
        /(?:sorry, )?(?:this|the) (?:video|media) (?:is|has been) .{0,20}(?:unavailable|removed).{0,20}/,
        'Sorry, this video has been removed',
      ],
      [
        'en',
        /to view this video please enable javascript.{0,80}/,
        'To view this video please enable JavaScript',
      ],
    ],
    wholeLine,
  ),
};

/** Sentences that make a line a notice. */
export const sentences = phraseList([
  [
    'mul',
    /(?:©|ⓒ|\(c\)|copyright|版权所有|版權所有)\s*(?:©\s*)?(?:\d{4}(?:\s?[-–]\s?\d{4})?年?)?[^。.!！?？|]{0,60}[。.]?/i,
    '© 2020 北岸日报',
  ],
  ['en', /all rights reserved\.?/i, 'All rights reserved.'],
  [
    'zh',
    /(?:版权|版權|著作权|著作權)(?:声明|聲明)?[:：]?[^。]{0,40}(?:所有|保护|保護|归|歸)[^。]{0,60}[。]?/,
    '版权声明：本文受著作权法保护。',
  ],
  [
    'zh',
    /(?:未经|未經|没有|沒有)[^。，]{0,20}(?:许可|許可|允许|允許|授权|授權|同意)[，,]?[^。]{0,16}(?:不得|禁止|请勿|請勿|严禁|嚴禁)[^。]{0,30}(?:转载|轉載|使用|复制|複製|转发|散播)[^。]{0,20}[。]?/,
    '未经书面许可，不得转载本文。',
  ],
  [
    'zh',
    /(?:转载|轉載)(?:请|請|须|須|时|時|需)?[^。]{0,10}(?:注明|註明|保留|联系|聯繫|标明)[^。]{0,40}[。]?/,
    '转载请注明出处。',
  ],
  [
    'zh',
    /(?:本文|文中|文章|以上|上述|嘉宾|嘉賓|节目|節目|作者|评论|評論)[^。]{0,30}(?:(?:仅|僅|只|不|并不|並不)代表|(?:仅|僅|只)是?反映)[^。]{0,30}[。]?/,
    '本文仅代表作者个人观点。',
  ],
  [
    'zh',
    /(?:摘编|摘編|摘译|摘譯|编译|編譯|转载|轉載)自?[^。]{0,30}(?:不|并不|並不)(?:一定)?代表[^。]{0,30}[。]?/,
    '编译自港湾周刊，不一定代表本报立场。',
  ],
  [
    'en',
    /(?:this (?:article|material|story|content) may not be|no part of this) [^.]{0,120}\.?/i,
    'This article may not be reproduced.',
  ],
  [
    'zh',
    /除(?:非)?(?:特别|特別)?(?:注明|註明|说明|說明|声明|聲明)[^。]{0,12}(?:均|皆|都)(?:为|為|是)[^。]{0,24}(?:原创|原創)[。]?/,
    '除特别注明外，本站文章均为原创。',
  ],
  [
    'en',
    /(?:this (?:post|article|page|story) )?(?:may )?contains? affiliate links[^.]{0,120}\.?/i,
    'This post may contain affiliate links.',
  ],
  [
    'en',
    /learn more about your ad choices\.?(?: visit \S{4,80})?/i,
    'Learn more about your ad choices. Visit podcast.example/choices',
  ],
  [
    'en',
    /hosted (?:on|by) [\p{L}\p{N} ]{2,24}\. see \S{4,80} for more information\.?/iu,
    'Hosted on Quay. See quay.example/privacy for more information.',
  ],
  [
    'en',
    /see \S{4,80} for (?:privacy|more)\b[^.]{0,40}\binformation\.?/i,
    'See quay.example/privacy for privacy information.',
  ],
  [
    'en',
    /(?:the )?(?:views|opinions) expressed [^.]{0,140}\.?/i,
    'The views expressed are those of the author.',
  ],
]);

/** What stands beside a notice and makes none by itself: addresses, lines about the publisher and the author. */
export const company = phraseList([
  [
    'mul',
    /(?:责任编辑|責任編輯|责编|責編|本文编辑|本文編輯|编辑|編輯)?(?:电子|電子)?(?:邮箱|郵箱|信箱|电邮|電郵)?[:：]?\s?[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{1,20}){1,4}/,
    '责编邮箱：desk@paper.example',
  ],
  [
    'zh',
    /(?:注|按)?[:：]?(?:本文)?(?:作者|笔者|筆者)(?:是|系|係|为|為|现|現|曾|供职|供職|任职|任職)[^。]{2,120}。?/,
    '注：本文作者是北岸大学的历史教师。',
  ],
  [
    'zh',
    /本文(?:由|来自|來自)[^。]{1,80}?(?:发表|發表|发布|發佈|整理|首发|首發|原创|原創)[，,。]?|本文(?:链接|鏈接|連結|地址|永久链接)[:：]?/,
    '本文由北岸日报首发。',
  ],
  ['en', /(?:to see more, |please )?visit(?= ?https?:)/i, 'To see more, visit https://paper.example'],
  ['mul', /https?:\/\/\S{4,200}/i, 'https://paper.example/about'],
  [
    'en',
    /we may (?:earn|receive) [^.]{0,80}\.?|(?:as an \w+ associate,? )?i earn from qualifying purchases\.?/i,
    'We may earn a commission.',
  ],
  ['zh', /[^。]{0,30}(?:致力于|致力於)[^。]{0,6}提供[^。]{0,80}。/, '本报致力于提供可靠的消息。'],
  ['zh', /(?:任何)?(?:不当行为|不當行為)[^。]{0,60}。?/, '任何不当行为均予追究。'],
]);
