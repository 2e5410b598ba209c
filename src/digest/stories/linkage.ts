import { Ranking } from './ranking.ts';
import type { SimilarPair } from './similar-pairs.ts';
import type { StorySettings } from './story.ts';

/** Articles on their way to a story. */
interface Cluster {
  members: number[];
  /** Square of the length of the sum of their vectors. */
  square: number;
  feeds: Map<string, number>;
  /** Sum of the cosines with the members of each neighbour. */
  sums: Map<number, number>;
  /** The neighbour it is most alike, and how much. */
  best: { to: number; likeness: number };
}

/** By position; null where a cluster has become part of another. */
type Clusters = (Cluster | null)[];

const none = { to: -1, likeness: 0 };

/**
 * Agglomerative clustering: the two most alike stories become one, until none are alike enough. Likeness is part
 * the mean over all pairs of items (average link, so no chain of neighbours makes a story) and part the cosine of
 * the stories as wholes (so a short item still finds a story that is told at length); two stories that several
 * tell apart must be more alike to be one. Sets of positions.
 */
export function linkStories(
  feeds: readonly ReadonlySet<string>[],
  pairs: readonly SimilarPair[],
  settings: StorySettings,
): number[][] {
  const clusters: Clusters = feeds.map((_, index) => clusterOf([index], feeds));
  for (const { a, b, likeness } of pairs) {
    clusters[a]?.sums.set(b, likeness);
    clusters[b]?.sums.set(a, likeness);
  }
  const ranking = new Ranking();
  clusters.forEach((cluster, index) => {
    if (cluster) cluster.best = bestOf(cluster, clusters, settings);
    ranking.set(index, cluster?.best.likeness ?? 0);
  });
  for (let into = ranking.first(); into >= 0; into = ranking.first()) {
    const { to, likeness } = clusters[into]?.best ?? none;
    if (likeness < settings.sameEvent) break;
    const changed = merge(into, to, clusters, settings);
    for (const index of changed) ranking.set(index, clusters[index]?.best.likeness ?? 0);
  }
  return clusters.flatMap((cluster) => (cluster ? [cluster.members.sort((a, b) => a - b)] : []));
}

/** How alike two stories are, given as sets of positions, by the measure that makes two stories one. */
export function storyLikeness(
  one: readonly number[],
  other: readonly number[],
  feeds: readonly ReadonlySet<string>[],
  pairs: readonly SimilarPair[],
  settings: StorySettings,
): number {
  const [a, b] = [clusterOf(one, feeds), clusterOf(other, feeds)];
  const [inOne, inOther] = [new Set(one), new Set(other)];
  let between = 0;
  for (const pair of pairs) {
    if (inOne.has(pair.a) && inOne.has(pair.b)) a.square += 2 * pair.likeness;
    else if (inOther.has(pair.a) && inOther.has(pair.b)) b.square += 2 * pair.likeness;
    else if (inOne.has(pair.a) ? inOther.has(pair.b) : inOne.has(pair.b) && inOther.has(pair.a)) {
      between += pair.likeness;
    }
  }
  return likenessOf(a, b, between, settings);
}

/** Articles as a cluster that nothing is known of yet but its members. */
function clusterOf(members: readonly number[], feeds: readonly ReadonlySet<string>[]): Cluster {
  const counts = new Map<string, number>();
  for (const feed of members.flatMap((member) => [...(feeds[member] ?? [])])) {
    counts.set(feed, (counts.get(feed) ?? 0) + 1);
  }
  return { members: [...members], square: members.length, feeds: counts, sums: new Map(), best: none };
}

/** How alike two stories are, from the sum of the cosines between their items. */
function likenessOf(a: Cluster, b: Cluster, sum: number, settings: StorySettings): number {
  const pairs = a.members.length * b.members.length;
  let sameFeed = 0;
  for (const [feed, count] of a.feeds) sameFeed += count * (b.feeds.get(feed) ?? 0);
  const mean = sum / pairs;
  const whole = sum / Math.sqrt(a.square * b.square);
  const likeness = mean * (1 - settings.wholeShare) + whole * settings.wholeShare;
  const smaller = Math.min(a.members.length, b.members.length);
  return (likeness - (settings.sameFeed * sameFeed) / pairs) / smaller ** settings.ownStories;
}

function bestOf(cluster: Cluster, clusters: Readonly<Clusters>, settings: StorySettings) {
  let best = none;
  for (const [to, sum] of cluster.sums) {
    const other = clusters[to];
    const likeness = other ? likenessOf(cluster, other, sum, settings) : 0;
    if (likeness > best.likeness || (likeness === best.likeness && to < best.to)) best = { to, likeness };
  }
  return best;
}

/** Makes one story of two. Answers the positions whose best neighbour may be another now. */
function merge(into: number, from: number, clusters: Clusters, settings: StorySettings): number[] {
  const [kept, gone] = [clusters[into], clusters[from]];
  if (!kept || !gone) return [];
  clusters[from] = null;
  kept.square += gone.square + 2 * (kept.sums.get(from) ?? 0);
  kept.members.push(...gone.members);
  for (const [feed, count] of gone.feeds) kept.feeds.set(feed, (kept.feeds.get(feed) ?? 0) + count);
  kept.sums.delete(from);
  gone.sums.delete(into);
  for (const [to, sum] of gone.sums) {
    const total = (kept.sums.get(to) ?? 0) + sum;
    kept.sums.set(to, total);
    clusters[to]?.sums.delete(from);
    clusters[to]?.sums.set(into, total);
  }
  kept.best = bestOf(kept, clusters, settings);
  for (const [to, sum] of kept.sums) {
    const neighbour = clusters[to];
    if (!neighbour) continue;
    const likeness = likenessOf(kept, neighbour, sum, settings);
    if (likeness > neighbour.best.likeness) neighbour.best = { to: into, likeness };
    else if (neighbour.best.to === into || neighbour.best.to === from) {
      neighbour.best = bestOf(neighbour, clusters, settings);
    }
  }
  return [into, from, ...kept.sums.keys()];
}
