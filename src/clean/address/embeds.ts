/** A player of another site: the address where to watch or hear it, its name, its poster if known. */
export interface Player {
  address: string;
  name: string;
  poster: string | null;
}

/**
 * Players that pages embed, and the address that a person would open. `pattern` is matched against host, path and
 * query; `{1}` is its first group. Sources: the embed documentation of each service.
 */
const players: readonly { name: string; pattern: RegExp; address: string; poster?: string }[] = [
  {
    name: 'YouTube',
    pattern: /^(?:www\.|m\.)?youtube(?:-nocookie)?\.com\/embed\/videoseries\?(?:.*&)?list=([\w-]+)/,
    address: 'https://www.youtube.com/playlist?list={1}',
  },
  {
    name: 'YouTube',
    pattern:
      /^(?:(?:www\.|m\.)?youtube(?:-nocookie)?\.com\/(?:embed\/|v\/|shorts\/|live\/|watch\?(?:.*&)?v=)|youtu\.be\/)([\w-]{11})/,
    address: 'https://www.youtube.com/watch?v={1}',
    poster: 'https://i.ytimg.com/vi/{1}/hqdefault.jpg',
  },
  { name: 'Vimeo', pattern: /^player\.vimeo\.com\/video\/(\d+)/, address: 'https://vimeo.com/{1}' },
  {
    name: 'Dailymotion',
    pattern:
      /^(?:www\.|geo\.)?dailymotion\.com\/(?:embed\/video\/|player(?:\/\w+)?\.html\?(?:.*&)?video=)(\w+)/,
    address: 'https://www.dailymotion.com/video/{1}',
  },
  {
    name: '哔哩哔哩',
    pattern: /^player\.bilibili\.com\/.*[?&]bvid=(\w+)/,
    address: 'https://www.bilibili.com/video/{1}',
  },
  {
    name: '哔哩哔哩',
    pattern: /^player\.bilibili\.com\/.*[?&]aid=(\d+)/,
    address: 'https://www.bilibili.com/video/av{1}',
  },
  {
    name: '腾讯视频',
    pattern: /^v\.qq\.com\/(?:iframe|txp)\/.*[?&]vid=(\w+)/,
    address: 'https://v.qq.com/x/page/{1}.html',
  },
  {
    name: '优酷',
    pattern: /^player\.youku\.com\/embed\/([\w=]+)/,
    address: 'https://v.youku.com/v_show/id_{1}.html',
  },
  {
    name: 'X',
    pattern: /^platform\.(?:twitter|x)\.com\/embed\/.*[?&]id=(\d+)/,
    address: 'https://x.com/i/status/{1}',
  },
  { name: 'Telegram', pattern: /^(?:t\.me|telegram\.me)\/([\w-]+\/\d+)\b/, address: 'https://t.me/{1}' },
  {
    name: 'Instagram',
    pattern: /^(?:www\.)?instagram\.com\/((?:p|reel|tv)\/[\w-]+)/,
    address: 'https://www.instagram.com/{1}/',
  },
  {
    name: 'TikTok',
    pattern: /^(?:www\.)?tiktok\.com\/(?:embed(?:\/v2)?|player\/v1)\/(\d+)/,
    address: 'https://www.tiktok.com/@/video/{1}',
  },
  {
    name: 'Spotify',
    pattern: /^open\.spotify\.com\/embed(?:-podcast)?\/(\w+\/\w+)/,
    address: 'https://open.spotify.com/{1}',
  },
];

/** The player at an embedded address. For an unknown player the address itself, named by its host. */
export function playerAt(address: string): Player {
  const url = new URL(address);
  const post = postIn(url);
  if (post) return { name: 'Facebook', address: post, poster: null };
  const place = url.hostname + url.pathname + url.search;
  for (const { name, pattern, address: to, poster } of players) {
    const id = pattern.exec(place)?.[1];
    if (id) return { name, address: to.replace('{1}', id), poster: poster?.replace('{1}', id) ?? null };
  }
  return { name: url.hostname.replace(/^www\./, ''), address, poster: null };
}

/** The address of the post or video in a frame of Facebook, which is a parameter of the frame's address. */
function postIn({ hostname, pathname, searchParams }: URL): string | null {
  if (!facebook.test(hostname) || !/^\/plugins\/(?:post|video)\.php$/.test(pathname)) return null;
  const shown = URL.parse(searchParams.get('href') ?? '');
  return shown && facebook.test(shown.hostname) && shown.protocol === 'https:' ? shown.href : null;
}

const facebook = /(?:^|\.)facebook\.com$/;
