import type { Dice } from './dice.ts';
import { type Voice, words } from './voice.ts';

/** Names and things are combined from parts, enough of them that texts are hardly more similar than real news. */
const pieces = words(
  'or ren ha ven sel ka mir dol tam bri quen lor vas eth um pel gar nis oth fen wick mar stel bran hol dy crae vil sun tor lin dar pesk ul mont ash ber keld row',
);
const trades = words(
  'ferry harbour lantern tide market bakery library clock bridge orchard railway weather school choir museum quarry chimney garden lighthouse postal',
);
const things = words(
  'board council keeper report office timetable ledger repair crew committee map workshop gauge survey depot notice fund petition archive platform',
);
const verbs = words(
  'reopened postponed counted measured repainted moved borrowed returned mended replaced announced delayed recorded questioned welcomed closed widened shortened surveyed rewrote weighed emptied',
);
const adjectives = words(
  'quiet narrow patient borrowed salted northern careful crooked unhurried second-hand plain sudden lukewarm tidy reluctant seasonal cautious foggy',
);
const links = words('although because while until after before since whereas unless once');
const placesBefore = words('near behind above outside beyond opposite below beside');

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const name = (dice: Dice) =>
  capital(
    dice.pick(pieces) + dice.pick(pieces) + dice.pick(pieces) + (dice.chance(0.4) ? dice.pick(pieces) : ''),
  );
const thing = (dice: Dice) =>
  dice.chance(0.5)
    ? `the ${dice.pick(adjectives)} ${dice.pick(trades)} ${dice.pick(things)}`
    : `the ${name(dice)} ${dice.pick(things)}`;
const number = (dice: Dice) => String(2 + dice.below(dice.chance(0.2) ? 9000 : 60));

function clause(dice: Dice): string {
  switch (dice.below(4)) {
    case 0:
      return `${thing(dice)} ${dice.pick(verbs)} ${number(dice)} ${dice.pick(trades)} ${dice.pick(things)}s ${dice.pick(placesBefore)} ${name(dice)}`;
    case 1:
      return `${thing(dice)} had ${dice.pick(verbs)} ${thing(dice)} in ${name(dice)}`;
    case 2:
      return `nobody in ${name(dice)} ${dice.pick(verbs)} ${thing(dice)}`;
    default:
      return `“${thing(dice)} was never ${dice.pick(adjectives)},” said ${name(dice)} ${name(dice)} of ${thing(dice)}`;
  }
}

export const english: Voice = {
  language: 'en',
  space: ' ',
  event: (dice) => `${name(dice)} ${dice.pick(trades)} ${dice.pick(things)} ${dice.pick(verbs)}`,
  headline: (event, dice) => `${event} as ${thing(dice)} is ${dice.pick(verbs)}`,
  sentence: (dice) => `${capital(clause(dice))}, ${dice.pick(links)} ${clause(dice)}.`,
  person: (dice) => `${name(dice)} ${name(dice)}`,
};
