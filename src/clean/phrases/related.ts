import { type Phrase, phraseTable } from '../phrases.ts';

const articles =
  /阅读|閱讀|报道|報道|報導|新闻|新聞|文章|链接|連結|鏈接|推荐|推薦|内容|內容|回顾|回顧|查看|收听|收看/
    .source;
/** "Related", "related reports", "more related reports" for one opening word. */
const withArticles = (opening: RegExp) =>
  new RegExp(`(?:${opening.source})(?:相关|相關)?(?:${articles})?`, opening.flags);

const announcements: readonly Phrase[] = [
  ['zh', withArticles(/相关|相關/), '相关阅读：'],
  ['zh', withArticles(/延伸/), '延伸阅读'],
  ['zh', withArticles(/扩展|擴展/), '扩展阅读'],
  ['zh', withArticles(/推荐|推薦/), '推薦閱讀'],
  ['zh', withArticles(/更多/), '更多相关报道'],
  ['zh', withArticles(/热门|熱門/), '热门文章'],
  ['zh', withArticles(/往期/), '往期回顾'],
  ['zh', withArticles(/其它|其他/), '其他报道'],
  ['zh', withArticles(/参考|參考/), '参考链接：'],
  ['zh', withArticles(/点击|點擊/), '点击查看'],
  ['zh', withArticles(/继续|繼續/), '继续阅读'],
  ['zh', /阅读更多|閱讀更多/, '阅读更多：'],
  ['zh', /另见|另見/, '另见：'],
  ['zh', /另请参阅|另請參閱/, '另請參閱：'],
  ['en', /read more/, 'Read more:'],
  ['en', /read also/, 'Read also:'],
  ['en', /also read/, 'Also read:'],
  ['en', /see also/, '[See also]'],
  ['en', /more (?:on|from|about)/, 'More about:'],
  ['en', /related(?: (?:articles?|stories|posts|links|content|coverage|topics))?/, 'Related stories'],
  ['en', /recommended/, 'Recommended'],
  ['en', /further reading/, 'Further reading:'],
  ['en', /you (?:may|might) also like/, 'You may also like'],
  ['en', /don['’]t miss/, 'Don’t miss:'],
  ['en', /keep reading/, 'Keep reading »'],
  ['en', /continue reading/, '… Continue reading'],
  ['en', /top stories/, 'Top stories'],
];

const openingMarks = String.raw`^[\s.…【[\](（]*`;
/** A sentence of the article may begin with the same words; then eight letters or digits or more follow them at once. */
const noLongWord = String.raw`(?![\p{L}\p{N}]{8})`;

/** A line that begins with words which announce other articles. */
export const announcing = phraseTable(announcements, {
  before: openingMarks,
  after: noLongWord,
  flags: 'iu',
});

/** A line that is such words and nothing else: the links it announces stand below it. */
export const label = phraseTable(announcements, {
  before: openingMarks,
  after: String.raw`${noLongWord}[\s】\])）]*[:：>»]*$`,
  flags: 'iu',
});

/** A line that begins with the name of the links below a post: its tags, its categories, the posts beside it. */
export const filing = phraseTable(
  [
    ['zh', /标签|標籤/, '标签：渡轮'],
    ['zh', /分类|分類/, '分类：港口'],
    ['zh', /所属专题|所屬專題/, '所属专题：港口'],
    ['en', /tags?|tagged/, 'Tagged: ferries'],
    ['en', /filed under/, 'Filed under: ferries'],
    ['en', /posted in/, 'Posted in: ferries'],
    ['en', /categor(?:y|ies)/, 'Categories: ferries'],
    ['en', /post tags/, 'Post tags: ferries'],
    ['zh', /上一[篇章页頁]/, '上一篇：渡轮停航'],
    ['zh', /下一[篇章页頁]/, '下一篇：渡轮复航'],
    ['en', /prev(?:ious)?(?: post| article)?/, 'Previous post: The ferry stops'],
    ['en', /next(?: post| article)?/, 'Next: The ferry sails'],
  ],
  { before: '^', after: String.raw`(?:\s?[:：]|\s(?=#))\s*` },
);
