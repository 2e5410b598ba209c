import { loadSetting, save } from './store.ts';

/**
 * What a reader has chosen, by the names of the buttons: theme, size of type, shape of paragraphs, order of an
 * edition, and whether single keys do something. All but the last stand on `<html>` for the style sheet.
 */
type Settings = Record<string, string>;

/** Keeps the buttons, the page and the browser's memory in step. */
export function followSettings(): void {
  const buttons = document.querySelectorAll<HTMLInputElement>('#settings input, .order input');
  const settings = loadSetting<Settings>('settings', {});
  for (const button of buttons) {
    const chosen = settings[button.name];
    if (chosen === undefined) continue;
    button.checked = button.type === 'checkbox' ? chosen === 'on' : button.value === chosen;
  }
  addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || ![...buttons].includes(target)) return;
    const value = target.type === 'checkbox' && !target.checked ? 'off' : target.value;
    save('settings', { ...loadSetting<Settings>('settings', {}), [target.name]: value });
    document.documentElement.dataset[target.name] = value;
  });
}

/** Whether single letters may act as shortcuts. */
export function keysAllowed(): boolean {
  return loadSetting<Settings>('settings', {})['keys'] !== 'off';
}
