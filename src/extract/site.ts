/** The last two parts of a host, near enough to what one owner has; '' for what is no address. */
export const siteOf = (address: string): string =>
  (URL.parse(address)?.hostname ?? '').split('.').slice(-2).join('.');

/** Whether an absolute address is one of the site of `url`. */
export const isSameSite = (address: string, url: string): boolean =>
  siteOf(address) !== '' && siteOf(address) === siteOf(url);
