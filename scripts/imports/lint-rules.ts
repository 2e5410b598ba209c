import { isAbove, onlyIn, type Room, rooms, testFiles } from './rooms.ts';

/**
 * The walls as rules of the linter. Biome merges nothing: where two overrides hold for a file, the later one's list
 * replaces the other. So each room gets one list with all that is forbidden in it, and so does each exception.
 */

interface Override {
  includes: string[];
  linter?: { rules: { style: Record<string, { level: 'error'; options: unknown }> } };
  plugins?: string[];
}

const extensions = '{ts,js,mjs,astro}';

/** Packages that reach outside the program, beside Node's own modules. */
const effects = ['undici', 'sharp', 'pagefind', 'p-limit', 'astro', 'vite'];

/** Names that every file sees and that read or change something outside the program. */
const effectGlobals = [
  ...[
    'caches',
    'console',
    'crypto',
    'document',
    'EventSource',
    'fetch',
    'globalThis',
    'indexedDB',
    'localStorage',
  ],
  ...['location', 'navigator', 'performance', 'process', 'queueMicrotask', 'require', 'sessionStorage'],
  ...['setImmediate', 'setInterval', 'setTimeout', 'WebSocket', 'window', 'XMLHttpRequest'],
];

const isPure = 'This folder is pure: pass in what comes from disk, network, clock or machine.';
const forTests = 'Only tests import what is made for tests.';

/** The whole configuration that biome.json extends. */
export function lintRules(): { overrides: Override[] } {
  const ofExceptions = Object.values(onlyIn).map((file) => {
    const room = rooms.find(({ name }) => file.startsWith(`src/${name}/`));
    if (room === undefined) throw new Error(`${file} lies in no room`);
    return importsOverride([file], room);
  });
  return {
    overrides: [
      ...rooms.map((room) => importsOverride(filesOf(room), room)),
      ...ofExceptions,
      importsOverride([`scripts/**/*.${extensions}`, '!scripts/bench/**'], null),
      globalsOverride(rooms.filter((room) => room.isPure)),
    ],
  };
}

function filesOf(room: Room): string[] {
  return room.files.map((glob) => (glob.endsWith('/**') ? `${glob}/*.${extensions}` : glob));
}

function programFiles(files: readonly string[]): string[] {
  return [...files, ...testFiles.map((glob) => `!${glob}`)];
}

function importsOverride(files: string[], room: Room | null): Override {
  const options = { paths: forbiddenPaths(files, room), patterns: forbiddenPatterns(room) };
  const style = { noRestrictedImports: { level: 'error' as const, options } };
  return { includes: programFiles(files), linter: { rules: { style } } };
}

function forbiddenPaths(files: readonly string[], room: Room | null): Record<string, unknown> {
  const paths: Record<string, unknown> = {};
  for (const [name, file] of Object.entries(onlyIn))
    if (!files.includes(file)) paths[name] = `Only ${file} imports ${name}.`;
  if (!room?.isPure) return paths;
  for (const name of effects) paths[name] = isPure;
  paths['node:crypto'] = {
    allowImportNames: ['createHash', 'hash'],
    message: `${isPure} Of node:crypto, createHash and hash depend on their arguments alone.`,
  };
  return paths;
}

function forbiddenPatterns(room: Room | null) {
  const patterns = [{ group: [...testFiles, '**/tests/**'], message: forTests }];
  if (room === null) {
    const shown = ['**/src/components/**', '**/src/pages/**', '**/src/styles/**'];
    return [...patterns, { group: shown, message: 'Commands import nothing that only pages show.' }];
  }
  patterns.push({ group: ['**/scripts/**'], message: 'Nothing in src imports scripts/.' });
  const above = rooms.filter((other) => isAbove(other, room)).flatMap(({ specifiers }) => specifiers);
  if (above.length > 0)
    patterns.push({
      group: above,
      message: `Imports go down only: ${room.name} stands below what is imported here.`,
    });
  if (room.isPure)
    patterns.push({ group: ['node:*', 'node:*/**', '!node:crypto', 'astro:*', 'astro/**'], message: isPure });
  return patterns;
}

/** `new Date()` and `Date.now()` are calls, not names: a plugin finds them. */
function globalsOverride(pure: readonly Room[]): Override {
  const deniedGlobals = Object.fromEntries(effectGlobals.map((name) => [name, isPure]));
  const style = { noRestrictedGlobals: { level: 'error' as const, options: { deniedGlobals } } };
  return {
    includes: programFiles(pure.flatMap(filesOf)),
    linter: { rules: { style } },
    plugins: ['./scripts/imports/no-clock.grit'],
  };
}
