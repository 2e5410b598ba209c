/** One kind of address of a site. */
interface AddressForm {
  /** The path, without a slash at the end; with the query where the site says so. */
  path: RegExp;
  /** Addresses to try, best first; `page` is the address itself. `$1` … stand for the groups of host and path. */
  feeds?: string[];
  /** The route of RSSHub. Source: https://docs.rsshub.app/routes/ */
  route?: string;
  /** What the owner should know or paste instead. */
  advice?: string;
}

export interface Site {
  name: string;
  /** The host, without `www.`, `m.` or `mobile.`. */
  host: RegExp;
  /** Whether `path` is compared with the query too. */
  withQuery?: true;
  /** The first form that fits counts; an address that fits none is treated like that of any other site. */
  forms: AddressForm[];
}

const name = '([^/?#]+)';
const path = (text: string) => new RegExp(`^${text.replaceAll('NAME', name)}`);

/** Sites whose addresses people paste, and where each has its feeds. A table: the order counts within a site only. */
export const sites: Site[] = [
  {
    name: 'YouTube',
    host: /^(?:youtube\.com|youtu\.be|music\.youtube\.com)$/,
    withQuery: true,
    forms: [
      { path: /^\/feeds\/videos\.xml/, feeds: ['page'] },
      {
        path: path('/channel/(UC[\\w-]{22})'),
        feeds: ['https://www.youtube.com/feeds/videos.xml?channel_id=$1'],
      },
      { path: /[?&]list=(PL[\w-]+)/, feeds: ['https://www.youtube.com/feeds/videos.xml?playlist_id=$1'] },
      { path: path('/(?:@|c/|user/)NAME'), feeds: ['page'] },
      { path: /^\/watch/, feeds: ['page'] },
      { path: /^\/[\w-]{11}(?:\?|$)/, feeds: ['page'] },
    ],
  },
  {
    name: 'Bluesky',
    host: /^bsky\.app$/,
    forms: [{ path: path('/profile/NAME'), feeds: ['https://bsky.app/profile/$1/rss'] }],
  },
  {
    name: 'Telegram',
    host: /^(?:t|telegram)\.me$/,
    forms: [
      {
        path: /^\/(?:\+|joinchat\/|c\/)/,
        advice: 'This is a private channel of Telegram; only public channels can be followed.',
      },
      { path: path('/(?:s/)?NAME'), route: '/telegram/channel/$1' },
    ],
  },
  {
    name: 'Reddit',
    host: /^(?:old\.|new\.)?reddit\.com$/,
    forms: [
      { path: path('/r/NAME'), feeds: ['https://www.reddit.com/r/$1/.rss'] },
      { path: path('/u(?:ser)?/NAME'), feeds: ['https://www.reddit.com/user/$1/.rss'] },
    ],
  },
  {
    name: 'GitHub',
    host: /^github\.com$/,
    forms: [
      { path: /\.atom$/, feeds: ['page'] },
      { path: path('/NAME/NAME/commits/(.+)$'), feeds: ['https://github.com/$1/$2/commits/$3.atom'] },
      { path: path('/NAME/NAME/commits$'), feeds: ['https://github.com/$1/$2/commits.atom'] },
      { path: path('/NAME/NAME/tags$'), feeds: ['https://github.com/$1/$2/tags.atom'] },
      { path: path('/NAME/NAME/discussions$'), feeds: ['https://github.com/$1/$2/discussions.atom'] },
      {
        path: path('/NAME/NAME/issues'),
        route: '/github/issue/$1/$2',
        advice: 'GitHub has no feed of issues.',
      },
      {
        path: path('/NAME/NAME'),
        feeds: [
          'https://github.com/$1/$2/releases.atom',
          'https://github.com/$1/$2/tags.atom',
          'https://github.com/$1/$2/commits.atom',
        ],
      },
      { path: path('/NAME$'), feeds: ['https://github.com/$1.atom'] },
    ],
  },
  {
    name: 'Substack',
    host: /^substack\.com$/,
    forms: [{ path: path('/@NAME'), feeds: ['https://$1.substack.com/feed', 'page'] }],
  },
  {
    name: 'Substack',
    host: /^([\w-]+)\.substack\.com$/,
    forms: [{ path: /^/, feeds: ['https://$1.substack.com/feed'] }],
  },
  {
    name: 'Medium',
    host: /^medium\.com$/,
    forms: [
      { path: path('/feed/'), feeds: ['page'] },
      { path: path('/tag/NAME'), feeds: ['https://medium.com/feed/tag/$1'] },
      { path: path('/NAME'), feeds: ['https://medium.com/feed/$1'] },
    ],
  },
  {
    name: 'Medium',
    host: /^([\w-]+)\.medium\.com$/,
    forms: [{ path: /^/, feeds: ['https://$1.medium.com/feed'] }],
  },
  {
    name: 'Apple Podcasts',
    host: /^(?:podcasts|itunes)\.apple\.com$/,
    forms: [{ path: /\/id(\d+)/, feeds: ['https://itunes.apple.com/lookup?id=$1&entity=podcast'] }],
  },
  {
    name: 'Spotify',
    host: /^open\.spotify\.com$/,
    forms: [
      {
        path: path('/(?:intl-\\w+/)?show/NAME'),
        route: '/spotify/show/$1',
        advice:
          'Spotify has no feeds. Most podcasts have one elsewhere: look for it on the site of the podcast, or paste its page at Apple Podcasts.',
      },
    ],
  },
  {
    name: 'Xiaoyuzhou',
    host: /^xiaoyuzhoufm\.com$/,
    forms: [{ path: path('/podcast/NAME'), route: '/xiaoyuzhou/podcast/$1' }],
  },
  {
    name: 'Bilibili',
    host: /^(?:space\.)?bilibili\.com$/,
    forms: [
      { path: /^\/(?:space\/)?(\d+)/, route: '/bilibili/user/video/$1' },
      {
        path: /^\/(?:video|read|opus)\//,
        advice:
          'Bilibili has no feeds of its own. Paste the page of the uploader instead: https://space.bilibili.com/ and a number.',
      },
    ],
  },
  {
    name: 'Zhihu',
    host: /^zhihu\.com$/,
    forms: [
      { path: path('/column/NAME'), route: '/zhihu/zhuanlan/$1' },
      { path: path('/people/NAME'), route: '/zhihu/people/activities/$1' },
      { path: path('/question/(\\d+)'), route: '/zhihu/question/$1' },
      { path: /^\/hot/, route: '/zhihu/hot' },
      { path: /^/ },
    ],
  },
  {
    name: 'Zhihu',
    host: /^zhuanlan\.zhihu\.com$/,
    forms: [
      {
        path: /^\/p\//,
        advice:
          'This is one article of Zhihu, which has no feeds of its own. Paste the page of its column or of its author.',
      },
      { path: path('/NAME'), route: '/zhihu/zhuanlan/$1' },
    ],
  },
  {
    name: 'Weibo',
    host: /^weibo\.(?:com|cn)$/,
    forms: [
      { path: /^\/(?:u\/|profile\/)?(\d{5,})/, route: '/weibo/user/$1' },
      {
        path: /^/,
        advice:
          'Weibo has no feeds of its own. Paste the address with the number of the account: https://weibo.com/u/ and a number.',
      },
    ],
  },
  {
    name: 'Douban',
    host: /^(?:book\.|movie\.|music\.)?douban\.com$/,
    forms: [
      { path: /^\/feed\//, feeds: ['page'] },
      {
        path: path('/people/NAME'),
        feeds: ['https://www.douban.com/feed/people/$1/interests'],
        route: '/douban/people/$1/status',
      },
      {
        path: path('/group/NAME'),
        feeds: ['https://www.douban.com/feed/group/$1/discussion'],
        route: '/douban/group/$1',
      },
      { path: /^\/subject\/(\d+)/, feeds: ['https://www.douban.com/feed/subject/$1/reviews'] },
    ],
  },
  {
    name: 'X',
    host: /^(?:x|twitter)\.com$/,
    forms: [
      { path: /^\/i\/lists\/(\d+)/, route: '/twitter/list/$1' },
      { path: path('/@?NAME'), route: '/twitter/user/$1' },
    ],
  },
  {
    name: 'WeChat',
    host: /^mp\.weixin\.qq\.com$/,
    forms: [
      {
        path: /^/,
        advice:
          'Accounts of WeChat have no feeds, and no way to make one works for long. Many publish the same on a site of their own: look for its feed.',
      },
    ],
  },
  {
    name: 'Instagram',
    host: /^instagram\.com$/,
    forms: [{ path: path('/NAME'), route: '/instagram/user/$1' }],
  },
  {
    name: 'Threads',
    host: /^threads\.(?:net|com)$/,
    forms: [{ path: path('/@NAME'), route: '/threads/$1' }],
  },
  { name: 'TikTok', host: /^tiktok\.com$/, forms: [{ path: path('/@NAME'), route: '/tiktok/user/@$1' }] },
  { name: 'Douyin', host: /^douyin\.com$/, forms: [{ path: path('/user/NAME'), route: '/douyin/user/$1' }] },
  {
    name: 'Xiaohongshu',
    host: /^xiaohongshu\.com$/,
    forms: [{ path: path('/user/profile/NAME'), route: '/xiaohongshu/user/$1/notes' }],
  },
  {
    name: 'Facebook',
    host: /^(?:facebook|fb)\.com$/,
    forms: [
      {
        path: /^/,
        advice:
          'Facebook has no feeds. Many pages publish the same on a site of their own: look for its feed.',
      },
    ],
  },
  {
    name: 'Vimeo',
    host: /^vimeo\.com$/,
    forms: [{ path: /^\/(?!\d+$)([^/]+)/, feeds: ['https://vimeo.com/$1/videos/rss'] }],
  },
  {
    name: 'Tumblr',
    host: /^([\w-]+)\.tumblr\.com$/,
    forms: [{ path: /^/, feeds: ['https://$1.tumblr.com/rss'] }],
  },
];
