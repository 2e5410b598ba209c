/** The button under an article: opens the system's share sheet if there is one, else copies the address. */
export function offerSharing(): void {
  const button = document.querySelector<HTMLButtonElement>('button[data-share]');
  if (button === null) return;
  const { href } = location;
  button.addEventListener('click', async () => {
    try {
      if ('share' in navigator) await navigator.share({ title: document.title, url: href });
      else {
        await (navigator as Navigator).clipboard.writeText(href);
        button.textContent = button.dataset['share'] ?? '';
      }
    } catch {
      // The reader closed the sheet, or the browser forbids the clipboard: nothing was shared.
    }
  });
}

/** Buttons that put an address on the clipboard, as on the page of all feeds. */
export function offerCopies(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(button.dataset['copy'] ?? '');
        button.textContent = button.dataset['copied'] ?? '';
      } catch {
        // The address stands beside the button, to be copied by hand.
      }
    });
  }
}
