import { basename } from 'node:path';
import type { Evidence } from '../../src/digest/stories/evidence.ts';
import type { StoryExplanation } from '../../src/digest/stories/explain.ts';

/** How many shared terms of a kind are listed. */
const mostTerms = 10;

/** The lines that explain which story an item is in, what stands in front of it, and what it was compared with. */
export function reasonsOf(title: string, found: StoryExplanation): string[] {
  const { story, needed, sameArticle, tellers, stories, compared } = found;
  return [
    `Item: ${title}`,
    `Story: ${idOf(story.id)}, ${story.members.length} of that day${story.continues === null ? '' : `, goes on from ${idOf(story.continues)}`}`,
    ...sameArticle.map((name) => `Same article: ${idOf(name)}`),
    'In front, by what the headline tells, then by what it has in common with the others (1: most):',
    ...tellers.map(({ name, title: other, stage, sign, typical }) => {
      const shown = sign === '' ? stage : `${stage}, by “${sign}”`;
      return `  ${typical.toFixed(2)} ${idOf(name)} ${other.slice(0, 80)} [${shown}]`;
    }),
    `Nearest stories, each as a whole (two become one from ${needed.toFixed(3)}):`,
    ...stories.map(
      ({ id, title: other, items, likeness }) =>
        `- ${likeness.toFixed(3)} ${idOf(id)} ${other.slice(0, 80)} [${items} of that day]`,
    ),
    'Nearest items (= of its story), each with what makes the two alike (@xx a country):',
    ...compared.flatMap(({ name, title: other, likeness, evidence, inStory }) => [
      `${inStory ? '=' : '-'} ${likeness.toFixed(3)} ${idOf(name)} ${other.slice(0, 80)}`,
      `    ${evidenceLine(evidence)}`,
    ]),
  ];
}

function evidenceLine({ shared, cosine, scale, reductions, apart }: Evidence): string {
  const kinds = shared.map(({ kind, terms, more, part }) => {
    const listed = terms.slice(0, mostTerms);
    const rest = terms.length - listed.length + more;
    const words = [...listed, ...(rest > 0 ? [`and ${rest} more`] : [])].join(' ');
    return `${kind} ${part.toFixed(3)} (${words})`;
  });
  const factors = reductions.map(({ why, share }) => `× ${share.toFixed(2)} ${why}`);
  return [
    kinds.join(' + ') || 'nothing in common',
    `= ${cosine.toFixed(3)}`,
    `× ${scale.toFixed(2)} language and size of the day`,
    ...factors,
    ...(apart === null ? [] : [`× 0 ${apart}`]),
  ].join(' ');
}

const idOf = (name: string) => basename(name, '.md');
