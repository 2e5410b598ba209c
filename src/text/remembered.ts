/** Answers kept twice over, and longest text that one is kept for, in UTF-16 units: two megabytes at most. */
const mostAnswers = 500;
const longestText = 1000;

/**
 * A pure function of a text that remembers its answers: the same lines are judged in every round of the rules,
 * and most are learned from before they are cleaned; a paper has few languages. For functions that take longer than
 * looking up does.
 */
export function remembered<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
  let known = new Map<string, { answer: Answer }>();
  let older = known;
  return (text) => {
    if (text.length > longestText) return answer(text);
    const found = known.get(text) ?? older.get(text);
    if (found) return found.answer;
    const own = ownCopy(text);
    const made = { answer: answer(own) };
    if (known.size >= mostAnswers) [older, known] = [known, new Map()];
    known.set(own, made);
    return made.answer;
  };
}

/** A line is a part of its body to the engine, and would keep all of it in memory. */
const ownCopy = (text: string): string => `${text}.`.slice(0, -1);
