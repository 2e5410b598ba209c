import type { Usage } from '../run-measured.ts';
import type { Archive } from './archive.ts';

/** Another site generator, with a project that makes the same kinds of pages from the same files. */
export interface Generator {
  /** With its version. */
  name: string;
  /** Writes the project around the archive into `folder`. */
  prepare: (archive: Archive, folder: string) => Promise<void>;
  /** Builds everything into `out`, from nothing. */
  build: (folder: string, out: string) => Promise<Usage>;
}
