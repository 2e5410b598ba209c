import { readFile } from 'node:fs/promises';
import { readConfig } from '../../src/config/read.ts';
import type { Config } from '../../src/config/schema.ts';
import type { Volume } from '../../src/digest/volume.ts';
import type { Issue } from '../../src/issue.ts';
import type { FeedState } from '../../src/store/feed-state.ts';

/** The list of feeds as the project ships it, word for word: `digest.yaml` of a copy that nobody has edited. */
const shippedDigest = new URL('shipped-digest.yaml', import.meta.url);

/** Said, in place of a pull, to whoever made the copy. */
export const chooseFeeds = {
  heading: 'Choose your feeds',
  text: `Nothing was pulled: digest.yaml still lists the feeds that Broadsheet comes with, and this run was started by a push.
Edit digest.yaml: your title, your feeds. Saving it starts the next run, and that one pulls.
To read the feeds it comes with, start the run by hand: Actions → Nightly → Run workflow.

没有抓取：digest.yaml 还是自带的那份，而这次运行是由推送引起的。
请编辑 digest.yaml：写上你的报名和来源。保存之后下一次运行就会抓取。
想直接用自带的来源，就手动运行一次：Actions → Nightly → Run workflow。`,
};

/**
 * Whether a run waits for its owner's choice: GitHub starts one by the push that a copy begins with, and what it would
 * pull are feeds that nobody chose.
 */
export async function waitsForOwner(config: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  if (env['GITHUB_EVENT_NAME'] !== 'push') return false;
  const [given, shipped] = await Promise.all([readFile(config, 'utf8'), readFile(shippedDigest, 'utf8')]);
  return plainLines(given) === plainLines(shipped);
}

const plainLines = (text: string): string =>
  text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .trim();

/** For how long after its last pull a run asks about a shipped feed that its owner has taken out. */
const askedForMs = 14 * 86_400_000;

/**
 * Asks the owner whether the articles of shipped feeds that were taken out should go too: nobody chose them. One issue
 * for all such feeds, for two weeks; null when there are none.
 */
export async function askAboutShippedFeeds(
  config: Pick<Config, 'feeds'>,
  states: readonly FeedState[],
  volumes: readonly Volume[],
  now: Date,
): Promise<Issue | null> {
  const shipped = readConfig(await readFile(shippedDigest, 'utf8'), 'digest.yaml');
  if (!('config' in shipped)) return null;
  const urlOf = new Map(shipped.config.feeds.map(({ id, url }) => [id, url]));
  const listed = new Set(config.feeds.map(({ id }) => id));
  const isAsked = ({ feed, url, lastSuccessAt }: FeedState) =>
    urlOf.get(feed) === url &&
    !listed.has(feed) &&
    now.getTime() - Date.parse(lastSuccessAt ?? '') < askedForMs;
  const counts = volumes.flatMap(({ days }) =>
    Object.values(days).map(({ feeds }) => new Map(Object.entries(feeds))),
  );
  const articlesOf = (feed: string) => counts.reduce((sum, ofDay) => sum + (ofDay.get(feed) ?? 0), 0);
  const left = states.filter((state) => isAsked(state) && articlesOf(state.feed) > 0).map(({ feed }) => feed);
  if (left.length === 0) return null;
  const articles = left.reduce((sum, feed) => sum + articlesOf(feed), 0);
  return {
    feed: '',
    stage: 'store',
    code: 'shipped-feeds-left',
    message: `${left.join(', ')} came with Broadsheet and left digest.yaml; the newspaper still shows what they left (${articles} ${articles === 1 ? 'article' : 'articles'})`,
    hint: `should that go too? Then run: npm run forget -- ${left.join(' ')} (and commit). If it may stay, there is nothing to do.`,
  };
}
