/** Reading without a network: the service worker, the note at the foot of the page, the button that keeps editions. */
export async function readOffline(): Promise<void> {
  const note = document.querySelector<HTMLElement>('.offline-note');
  if (note) note.hidden = !isKept();
  // The dev server has nothing to keep: a kept page would hide what has just been changed.
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register(`${document.documentElement.dataset['base']}sw.js`);
    offerKeeping(await navigator.serviceWorker.ready);
  } catch {
    // Storage is forbidden, or there is no network yet: the site works without.
  }
}

/** Whether the page comes from the service worker's cache, which marks it. */
function isKept(): boolean {
  const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return load?.serverTiming?.some(({ name }) => name === 'kept') ?? false;
}

/** An installed app keeps the last editions automatically; elsewhere the reader presses a button. */
function offerKeeping({ active }: ServiceWorkerRegistration): void {
  const button = document.querySelector<HTMLButtonElement>('button[data-keep]');
  const keep = () => active?.postMessage('keep');
  navigator.serviceWorker.addEventListener('message', ({ data }) => {
    if (button && data === 'kept') button.textContent = button.dataset['keep'] ?? '';
  });
  button?.addEventListener('click', keep);
  if (matchMedia('(display-mode: standalone)').matches) keep();
}
