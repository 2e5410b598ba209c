import type { SiteConfig } from '../config/schema.ts';
import { texts as en } from './en.ts';
import type { Texts } from './texts.ts';
import { texts as zhHans } from './zh-Hans.ts';
import { texts as zhHant } from './zh-Hant.ts';

const languages: Record<SiteConfig['language'], Texts> = {
  en,
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
};

/** The words of one interface language. */
export function textsOf(language: SiteConfig['language']): Texts {
  return languages[language];
}
