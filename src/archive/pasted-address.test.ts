import { describe, expect, test } from 'vitest';
import { readPasted } from './pasted-address.ts';

const channel = 'UCab12CD34ef56GH78ij90KL';
const youTube = 'https://www.youtube.com/feeds/videos.xml';

describe('the feed of a pasted address', () => {
  test.each([
    [`https://www.youtube.com/channel/${channel}`, `${youTube}?channel_id=${channel}`],
    [`https://m.youtube.com/channel/${channel}/videos?view=0`, `${youTube}?channel_id=${channel}`],
    ['https://www.youtube.com/playlist?list=PLabc-123_x', `${youTube}?playlist_id=PLabc-123_x`],
    ['https://www.youtube.com/@harbourlight', 'https://www.youtube.com/@harbourlight'],
    ['youtube.com/c/HarbourLight/about', 'https://youtube.com/c/HarbourLight/about'],
    ['https://youtu.be/a1B2c3D4e5F?t=10', 'https://youtu.be/a1B2c3D4e5F?t=10'],
    ['https://social.example/@quay', 'https://social.example/@quay.rss'],
    ['@quay@social.example', 'https://social.example/@quay.rss'],
    ['quay@social.example', 'https://social.example/@quay.rss'],
    ['https://bsky.app/profile/quay.example', 'https://bsky.app/profile/quay.example/rss'],
    ['@quay.bsky.social', 'https://bsky.app/profile/quay.bsky.social/rss'],
    ['https://www.reddit.com/r/harbours/top/?t=week', 'https://www.reddit.com/r/harbours/.rss'],
    ['r/harbours', 'https://www.reddit.com/r/harbours/.rss'],
    ['https://old.reddit.com/user/quay', 'https://www.reddit.com/user/quay/.rss'],
    ['https://github.com/quay/boats', 'https://github.com/quay/boats/releases.atom'],
    ['https://github.com/quay/boats/commits/main', 'https://github.com/quay/boats/commits/main.atom'],
    ['https://github.com/quay/boats/tree/main/docs', 'https://github.com/quay/boats/releases.atom'],
    ['https://github.com/quay', 'https://github.com/quay.atom'],
    ['https://quay.substack.com/p/on-ropes', 'https://quay.substack.com/feed'],
    ['https://substack.com/@quay', 'https://quay.substack.com/feed'],
    ['https://medium.com/@quay', 'https://medium.com/feed/@quay'],
    ['https://medium.com/the-quay/on-ropes-0a1b', 'https://medium.com/feed/the-quay'],
    ['https://quay.medium.com/', 'https://quay.medium.com/feed'],
    [
      'https://podcasts.apple.com/us/podcast/on-ropes/id1234567?i=99',
      'https://itunes.apple.com/lookup?id=1234567&entity=podcast',
    ],
    ['https://www.douban.com/people/quay/', 'https://www.douban.com/feed/people/quay/interests'],
    ['https://movie.douban.com/subject/1234567/', 'https://www.douban.com/feed/subject/1234567/reviews'],
    ['https://vimeo.com/quay', 'https://vimeo.com/quay/videos/rss'],
    ['feed://wire.example/rss', 'https://wire.example/rss'],
    ['wire.example', 'https://wire.example/'],
    ['https://wire.example/podcast，', 'https://wire.example/podcast'],
  ])('of %s is looked for at %s', (pasted, first) => {
    expect(readPasted(pasted)).toMatchObject({ candidates: expect.arrayContaining([first]), advice: null });
    expect(readPasted(pasted)?.candidates[0]).toBe(first);
  });

  test('of a repository without releases is that of its tags or commits', () => {
    expect(readPasted('github.com/quay/boats')?.candidates).toEqual([
      'https://github.com/quay/boats/releases.atom',
      'https://github.com/quay/boats/tags.atom',
      'https://github.com/quay/boats/commits.atom',
    ]);
  });

  test('of any other site is linked in its page, or lies where most have it', () => {
    expect(readPasted('https://wire.example/news/today')?.candidates).toEqual([
      'https://wire.example/news/today',
      'https://wire.example/feed/',
      'https://wire.example/rss.xml',
      'https://wire.example/atom.xml',
      'https://wire.example/index.xml',
    ]);
  });
});

describe('a site without feeds', () => {
  test.each([
    ['https://t.me/s/quaynews', 'Telegram', '/telegram/channel/quaynews'],
    ['t.me/quaynews', 'Telegram', '/telegram/channel/quaynews'],
    ['https://space.bilibili.com/1234567/video', 'Bilibili', '/bilibili/user/video/1234567'],
    ['https://www.zhihu.com/people/quay/posts', 'Zhihu', '/zhihu/people/activities/quay'],
    ['https://www.zhihu.com/column/c_123', 'Zhihu', '/zhihu/zhuanlan/c_123'],
    ['https://zhuanlan.zhihu.com/quay', 'Zhihu', '/zhihu/zhuanlan/quay'],
    ['https://www.zhihu.com/question/1234/answer/5678', 'Zhihu', '/zhihu/question/1234'],
    ['https://weibo.com/u/1234567890', 'Weibo', '/weibo/user/1234567890'],
    ['https://m.weibo.cn/profile/1234567890', 'Weibo', '/weibo/user/1234567890'],
    ['https://x.com/quay/status/99', 'X', '/twitter/user/quay'],
    ['https://twitter.com/quay', 'X', '/twitter/user/quay'],
    ['https://www.xiaoyuzhoufm.com/podcast/0a1b2c', 'Xiaoyuzhou', '/xiaoyuzhou/podcast/0a1b2c'],
    ['https://github.com/quay/boats/issues?q=open', 'GitHub', '/github/issue/quay/boats'],
    ['https://www.instagram.com/quay/', 'Instagram', '/instagram/user/quay'],
  ])('has a route of RSSHub (%s)', (pasted, site, route) => {
    expect(readPasted(pasted)).toEqual({
      site,
      candidates: [],
      route,
      advice: expect.stringMatching(new RegExp(`^${site} has no feeds? o`)),
    });
  });

  test.each([
    ['https://www.bilibili.com/video/BV1xx411c7mD', 'Paste the page of the uploader'],
    ['https://weibo.com/quaynews', 'the number of the account'],
    ['https://zhuanlan.zhihu.com/p/1234', 'Paste the page of its column'],
    ['https://mp.weixin.qq.com/s/abc', 'look for its feed'],
    ['https://t.me/+AbCdEf', 'only public channels'],
  ])('says what to paste or look for instead (%s)', (pasted, words) => {
    expect(readPasted(pasted)).toMatchObject({
      candidates: [],
      route: null,
      advice: expect.stringContaining(words),
    });
  });
});

describe('a text that is no address', () => {
  test.each(['', 'Harbour news', 'ftp://wire.example/', 'javascript:alert(1)', 'quay'])(
    'is nothing to look for: “%s”',
    (text) => {
      expect(readPasted(text)).toBe(null);
    },
  );
});
