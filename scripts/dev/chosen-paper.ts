import { resolve } from 'node:path';
import { samplePaper } from '../demo/sample-paper.ts';

/** The paper that a dev server shows; paths are absolute. */
export interface ChosenPaper {
  config: string;
  content: string;
  /** Whether it is the sample, which is pulled first. */
  isSample: boolean;
}

/** The sample, unless a list of feeds or a content folder of one's own is named; what is not named has its usual place. */
export function chosenPaper({
  config,
  content,
}: {
  config: string | null;
  content: string | null;
}): ChosenPaper {
  if (config === null && content === null)
    return { config: samplePaper.config, content: samplePaper.content, isSample: true };
  return {
    config: resolve(config ?? 'digest.yaml'),
    content: resolve(content ?? 'src/content'),
    isSample: false,
  };
}
