import { readFile } from 'node:fs/promises';

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
