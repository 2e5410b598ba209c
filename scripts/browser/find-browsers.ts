import { posix, win32 } from 'node:path';

/** What decides which browsers a machine may have. */
export interface Machine {
  platform: NodeJS.Platform;
  arch: string;
  env: NodeJS.ProcessEnv;
  exists: (path: string) => boolean;
}

/** One way to start a browser: the one of the npm package, one that Playwright knows where to find, or a program. */
export type BrowserChoice =
  | { from: 'package' }
  | { from: 'channel'; channel: string }
  | { from: 'path'; path: string };

const channels = ['chrome', 'msedge', 'chromium'];

/**
 * The browsers to try, in this order: the one that `CHROME_PATH` names, alone; on Linux x64 the one of
 * @sparticuz/chromium, which runs nowhere else; an installed Chrome, Edge or Chromium.
 */
export function browserChoices(machine: Machine): BrowserChoice[] {
  const given = machine.env['CHROME_PATH'];
  if (given) return [{ from: 'path', path: given }];
  const packaged = machine.platform === 'linux' && machine.arch === 'x64';
  return [
    ...(packaged ? [{ from: 'package' } as const] : []),
    ...channels.map((channel) => ({ from: 'channel', channel }) as const),
    ...usualPaths(machine)
      .filter(machine.exists)
      .map((path) => ({ from: 'path', path }) as const),
  ];
}

function usualPaths({ platform, env }: Machine): string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', ...(env['HOME'] ? [posix.join(env['HOME'], 'Applications')] : [])];
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return folders.flatMap((folder) => names.map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`));
  }
  if (platform === 'win32') {
    const folders = [env['LOCALAPPDATA'], env['PROGRAMFILES'], env['PROGRAMFILES(X86)']].filter(
      (name) => name,
    );
    const programs = [
      ...['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe'],
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return folders.flatMap((folder) => programs.map((program) => win32.join(folder ?? '', program)));
  }
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];
  return [...names.map((name) => `/usr/bin/${name}`), '/snap/bin/chromium'];
}
