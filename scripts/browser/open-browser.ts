import { existsSync } from 'node:fs';
import { type Browser, type LaunchOptions, chromium as playwright } from 'playwright-core';
import { type BrowserChoice, browserChoices } from './find-browsers.ts';

/** A browser for the tests and the pictures of the pages. Throws, with what to do, when the machine has none. */
export function openBrowser(): Promise<Browser> {
  const { platform, arch, env } = process;
  return openFirst(browserChoices({ platform, arch, env, exists: existsSync }), launch);
}

/** The first of the choices that starts. Throws, with why each did not and with what to do, when none does. */
export async function openFirst<Opened>(
  choices: readonly BrowserChoice[],
  open: (choice: BrowserChoice) => Promise<Opened>,
): Promise<Opened> {
  const problems: string[] = [];
  for (const choice of choices) {
    try {
      return await open(choice);
    } catch (error) {
      const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
      problems.push(`  ${nameOf(choice)}: ${line}`);
    }
  }
  throw new Error(
    `No browser starts on this machine:\n${problems.join('\n')}\n    → Install Chrome, Edge or Chromium, or name the program: CHROME_PATH=/path/to/chrome npm test`,
  );
}

function nameOf(choice: BrowserChoice): string {
  if (choice.from === 'package') return '@sparticuz/chromium';
  return choice.from === 'channel' ? `installed ${choice.channel}` : choice.path;
}

async function launch(choice: BrowserChoice): Promise<Browser> {
  return playwright.launch(await optionsFor(choice));
}

async function optionsFor(choice: BrowserChoice): Promise<LaunchOptions> {
  // Chromium refuses to sandbox for root, which is what containers run as.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  if (choice.from === 'channel') return { channel: choice.channel, args };
  if (choice.from === 'path') return { executablePath: choice.path, args };
  const { default: chromium } = await import('@sparticuz/chromium');
  // These come with the package for another place; here they would end the browser with its first page, or
  // switch off the very rules that the tests look for.
  const unwanted = new Set(['--single-process', '--no-zygote', '--disable-web-security']);
  return {
    args: chromium.args.filter((argument) => !unwanted.has(argument)),
    executablePath: await chromium.executablePath(),
  };
}
