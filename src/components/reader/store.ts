/**
 * What a reader's browser remembers: settings, what was read, the last visit. Nothing leaves the browser.
 * Several papers may share a host, so every key carries the path of the paper. Without storage (private windows,
 * blocked site data) nothing is remembered and nothing breaks.
 */
const scope = `broadsheet:${document.documentElement.dataset['base'] ?? '/'}:`;

/** The value saved under a key; the fallback when there is none or it is not JSON. */
export function loadSetting<T>(key: string, fallback: T): T {
  try {
    const text = localStorage.getItem(scope + key);
    return text === null ? fallback : (JSON.parse(text) as T);
  } catch {
    return fallback;
  }
}

export function save(key: string, value: unknown): void {
  try {
    localStorage.setItem(scope + key, JSON.stringify(value));
  } catch {
    // Full or forbidden: the page works without.
  }
}
