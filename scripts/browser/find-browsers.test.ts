import { describe, expect, test } from 'vitest';
import { type BrowserChoice, browserChoices, type Machine } from './find-browsers.ts';
import { openFirst } from './open-browser.ts';

const machine = (given: Partial<Machine>): Machine => ({
  platform: 'linux',
  arch: 'x64',
  env: {},
  exists: () => false,
  ...given,
});
const installed = ['chrome', 'msedge', 'chromium'].map((channel) => ({ from: 'channel', channel }));
const path = (name: string) => ({ from: 'path', path: name });

describe('browserChoices', () => {
  test('starts with the package on Linux x64', () => {
    expect(browserChoices(machine({}))).toEqual([{ from: 'package' }, ...installed]);
  });

  test.each([
    ['linux', 'arm64'],
    ['darwin', 'arm64'],
    ['darwin', 'x64'],
    ['win32', 'x64'],
  ] as const)('looks for installed browsers on %s %s', (platform, arch) => {
    expect(browserChoices(machine({ platform, arch }))).toEqual(installed);
  });

  test('takes the program that CHROME_PATH names, and no other', () => {
    const env = { CHROME_PATH: '/opt/chrome' };
    expect(browserChoices(machine({ env }))).toEqual([path('/opt/chrome')]);
    expect(browserChoices(machine({ env, platform: 'darwin' }))).toEqual([path('/opt/chrome')]);
    expect(browserChoices(machine({ env: { CHROME_PATH: '' } }))[0]).toEqual({ from: 'package' });
  });

  test('finds programs at their usual places', () => {
    const has = (...paths: string[]) => ({ exists: (name: string) => paths.includes(name) });
    const found = (given: Partial<Machine>) => browserChoices(machine(given)).slice(installed.length);
    expect(found({ arch: 'arm64', ...has('/snap/bin/chromium', '/usr/bin/chromium') })).toEqual([
      path('/usr/bin/chromium'),
      path('/snap/bin/chromium'),
    ]);
    const mac = '/home/me/Applications/Chromium.app/Contents/MacOS/Chromium';
    expect(found({ platform: 'darwin', env: { HOME: '/home/me' }, ...has(mac) })).toEqual([path(mac)]);
    const windows = 'C:\\Users\\me\\Local\\Chromium\\Application\\chrome.exe';
    const env = { LOCALAPPDATA: 'C:\\Users\\me\\Local' };
    expect(found({ platform: 'win32', env, ...has(windows) })).toEqual([path(windows)]);
  });
});

describe('openFirst', () => {
  const choices: BrowserChoice[] = [{ from: 'package' }, { from: 'channel', channel: 'chrome' }];

  test('opens the first browser that starts', async () => {
    const tried: string[] = [];
    const open = async (choice: BrowserChoice) => {
      tried.push(choice.from);
      if (choice.from === 'package') throw new Error('wrong machine');
      return 'open';
    };
    expect(await openFirst(choices, open)).toBe('open');
    expect(tried).toEqual(['package', 'channel']);
  });

  test('says why none starts and how to name one', async () => {
    const open = async (choice: BrowserChoice) => {
      throw new Error(`${choice.from} is missing\nwith a long trace`);
    };
    await expect(openFirst(choices, open)).rejects.toThrow(
      [
        'No browser starts on this machine:',
        '  @sparticuz/chromium: package is missing',
        '  installed chrome: channel is missing',
        '    → Install Chrome, Edge or Chromium, or name the program: CHROME_PATH=/path/to/chrome npm test',
      ].join('\n'),
    );
  });
});
