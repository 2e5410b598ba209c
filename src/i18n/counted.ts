/** What the interface counts. */
export type Unit =
  | 'articles'
  | 'items'
  | 'sources'
  | 'editions'
  | 'topics'
  | 'days'
  | 'hours'
  | 'minutes'
  | 'removals'
  | 'headlineChanges'
  | 'failures';

/** A phrase around a number, which `{}` stands for: one form for each plural category that the locale has. */
export type Forms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

/**
 * Makes the function that puts a whole number into the right form of a unit's phrase. The categories are those of
 * `Intl.PluralRules`; `grouping` writes 1200 as the locale groups it, such as 1,200.
 */
export function counter(locale: string, units: Record<Unit, Forms>, grouping: boolean) {
  const plural = new Intl.PluralRules(locale);
  const format = new Intl.NumberFormat(locale, { useGrouping: grouping });
  return (unit: Unit, number: number): string => {
    const forms = units[unit];
    return (forms[plural.select(number)] ?? forms.other).replace('{}', format.format(number));
  };
}
