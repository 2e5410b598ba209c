import { chinese } from './chinese.ts';
import { type Dice, dice } from './dice.ts';
import { english } from './english.ts';
import type { Voice } from './voice.ts';

/** Invented outlets; two of three write in Chinese. */
export interface Outlet {
  /** Id of its feed. */
  id: string;
  number: number;
  voice: Voice;
  /** Address of its site, with a slash at its end. */
  site: string;
  title: string;
}

export interface InventedArticle {
  outlet: Outlet;
  /** Which of the outlet's articles it is. */
  number: number;
  link: string;
  title: string;
  author: string;
  /** ISO instant with milliseconds. */
  publishedAt: string;
  picture: { url: string; caption: string };
  /** Plain text. */
  paragraphs: string[];
}

/** The first of all days, in UTC: articles are counted from there. */
const firstDay = Date.UTC(2024, 0, 1);
const day = 86_400_000;

export function outlet(number: number): Outlet {
  const voice = number % 3 === 2 ? english : chinese;
  const id = `outlet-${String(number).padStart(3, '0')}`;
  return { id, number, voice, site: `https://${id}.example/`, title: `${voice.person(dice(id))} ${number}` };
}

/**
 * The `number`th article of an outlet that prints `perDay` a day, the same at every call. Every fifth is about
 * something that other outlets of its language report on the same day.
 */
export function inventArticle(from: Outlet, number: number, perDay: number): InventedArticle {
  const { id, voice, site } = from;
  const chance = dice(id, number);
  const shared = number % 5 === 0;
  const event = voice.event(shared ? dice(voice.language, number) : chance);
  const instant = firstDay + Math.floor((number / perDay) * day) + from.number * 1000;
  const publishedAt = new Date(instant).toISOString();
  return {
    outlet: from,
    number,
    link: `${site}${publishedAt.slice(0, 10).replaceAll('-', '/')}/${100_000 + number}`,
    title: voice.headline(event, chance),
    author: voice.person(chance),
    publishedAt,
    picture: { url: `${site}pictures/${number}.jpg`, caption: voice.sentence(chance) },
    paragraphs: paragraphs(voice, chance),
  };
}

/** Most articles have 5 to 14 paragraphs, one in twenty has four times as many. */
function paragraphs(voice: Voice, chance: Dice): string[] {
  const count = (5 + chance.below(10)) * (chance.chance(0.05) ? 4 : 1);
  return Array.from({ length: count }, () => {
    const sentences = Array.from({ length: 1 + chance.below(4) }, () => voice.sentence(chance));
    return sentences.join(voice.space);
  });
}
