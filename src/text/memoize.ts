/** Most answers in each of two generations, and longest text cached, in UTF-16 units: two megabytes at most. */
const mostAnswers = 500;
const longestText = 1000;

/**
 * Caches the answers of a pure function of a text, so the cache cannot change an answer. Pays off for functions that
 * take longer than the look-up and see the same texts again: rules judge the same lines in every round, and a paper
 * has few languages.
 */
export function memoize<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
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

/** A copy that does not share memory: the engine stores a line as a slice of its body and would keep the body. */
const ownCopy = (text: string): string => `${text}.`.slice(0, -1);
