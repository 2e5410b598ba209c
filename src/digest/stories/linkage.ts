import { type Gathering, gather, likenessOf } from './likeness.ts';
import { Ranking } from './ranking.ts';
import type { SimilarPair } from './similar-pairs.ts';
import type { StorySettings } from './story.ts';

/** Articles on their way to a story. */
interface Cluster extends Gathering {
  members: number[];
  /** Sum of the powers of the likenesses to the members of each neighbour. */
  sums: Map<number, number>;
  /** The neighbour it is most alike, and how much. */
  best: { to: number; likeness: number };
}

/** By position; null where a cluster has become part of another. */
type Clusters = (Cluster | null)[];

const none = { to: -1, likeness: 0 };

/**
 * Agglomerative clustering: the two most alike stories become one, until none are alike enough (`likenessOf`). Sets
 * of positions.
 */
export function linkStories(
  articles: number,
  pairs: readonly SimilarPair[],
  settings: StorySettings,
): number[][] {
  const clusters: Clusters = Array.from({ length: articles }, (_, index) => ({
    ...gather(1),
    members: [index],
    sums: new Map(),
    best: none,
  }));
  for (const { a, b, likeness } of pairs) {
    const power = likeness ** settings.evenness;
    clusters[a]?.sums.set(b, power);
    clusters[b]?.sums.set(a, power);
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
  kept.powers += gone.powers + (kept.sums.get(from) ?? 0);
  kept.articles += gone.articles;
  kept.members.push(...gone.members);
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
