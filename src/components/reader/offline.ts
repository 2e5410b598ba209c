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
    // Storage is forbidden, or there is no network yet: the pages are read as any others.
  }
}

/** Whether the page comes out of the service worker's store, where it was marked. */
function isKept(): boolean {
  const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return load?.serverTiming?.some(({ name }) => name === 'kept') ?? false;
}

/** An installed paper keeps its last editions by itself; anywhere else the reader is asked. */
function offerKeeping({ active }: ServiceWorkerRegistration): void {
  const button = document.querySelector<HTMLButtonElement>('button[data-keep]');
  const keep = () => active?.postMessage('keep');
  navigator.serviceWorker.addEventListener('message', ({ data }) => {
    if (button && data === 'kept') button.textContent = button.dataset['keep'] ?? '';
  });
  button?.addEventListener('click', keep);
  if (matchMedia('(display-mode: standalone)').matches) keep();
}
