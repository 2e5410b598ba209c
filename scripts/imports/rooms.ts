/** A folder of the program with the walls around it. */
export interface Room {
  name: string;
  /** Globs of its files, and of what an import of them ends in. */
  files: readonly string[];
  specifiers: readonly string[];
  /** Whether it computes values from values alone: no disk, no network, no clock, no state of the machine. */
  isPure: boolean;
}

function folder(name: string, isPure: boolean): Room {
  return { name, files: [`src/${name}/**`], specifiers: [`**/${name}/**`], isPure };
}

const issue: Room = { name: 'issue', files: ['src/issue.ts'], specifiers: ['**/issue.ts'], isPure: true };
const paper: Room = {
  name: 'paper',
  files: ['src/paper.ts', 'src/paper/**'],
  specifiers: ['**/paper.ts', '**/paper/**'],
  isPure: false,
};
/** What Astro looks for at places of its own; nothing imports it. */
const entries: Room = {
  name: 'entries',
  files: ['src/content.config.ts', 'src/middleware.ts', 'astro.config.mjs'],
  specifiers: ['**/content.config.ts', '**/middleware.ts'],
  isPure: false,
};

/** Every room, the lowest floor first. A room may import those of lower floors and itself, no other. */
const floors: readonly (readonly Room[])[] = [
  [issue],
  [folder('text', true)],
  [folder('html', true)],
  [folder('config', true)],
  [folder('feed', true)],
  [folder('extract', true)],
  [folder('clean', true)],
  [folder('store', true)],
  [folder('digest', true)],
  [folder('i18n', true), folder('archive', true), folder('styles', false)],
  [paper],
  [folder('components', false)],
  [folder('pages', false)],
  [entries],
];

export const rooms: readonly Room[] = floors.flat();

/** Files that only tests use: they may import and ask for anything. */
export const testFiles = ['**/*.test.ts', '**/test-*.ts', '**/fixtures/**'];

/** The one file that knows a package whose shapes or promises go no further. */
export const onlyIn: Readonly<Record<string, string>> = {
  'rss-parser': 'src/feed/parse.ts',
  'sanitize-html': 'src/clean/sanitize.ts',
};

/** Whether `other` may not be imported by `room`: it stands on a higher floor, or on the same one. */
export function isAbove(other: Room, room: Room): boolean {
  const floorOf = (wanted: Room) => floors.findIndex((floor) => floor.includes(wanted));
  return other !== room && floorOf(other) >= floorOf(room);
}
