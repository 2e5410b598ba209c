import { describe, expect, test } from 'vitest';
import { isPrivateHost } from './private-host.ts';

/** The host of an address as a browser reads it. */
const hostOf = (address: string) => new URL(address).hostname;

describe('a host', () => {
  test.each([
    'http://192.168.1.1/cgi?reboot=1',
    'http://10.0.0.1/',
    'http://169.254.169.254/latest/meta-data',
    'http://0x7f.1/',
    'http://2130706433/',
    'http://0300.0250.1.1/',
    'http://１９２.168.1.1/',
    'http://[::1]/',
    'http://[fe80::1]/',
    'http://[::ffff:192.168.0.1]/',
    'http://[fd12:3456::1]:8080/',
    'http://localhost/',
    'http://LOCALHOST:3000/',
    'http://localhost./',
    'http://a.localhost/',
    'http://router/',
    'http://nas.local/',
    'http://printer.LOCAL./',
    'http://metadata.google.internal/',
    'http://fritz.home.arpa/',
    'http://wiki.corp/',
    'http://box.lan/',
  ])('of a network of one’s own is private: %s', (address) =>
    expect(isPrivateHost(hostOf(address))).toBe(true),
  );

  test.each([
    'https://pictures.example/',
    'https://8.8.8.8/',
    'https://[2606:4700::1111]/',
    'https://local.example/',
    'https://internal.example.org/',
    'https://my.localnews.example/',
    'https://图片.example/',
    'https://a.xn--fiqs8s/',
  ])('of the internet is not: %s', (address) => expect(isPrivateHost(hostOf(address))).toBe(false));
});
