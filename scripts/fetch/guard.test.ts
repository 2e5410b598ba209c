import { describe, expect, test } from 'vitest';
import { isListedHost, isPublicAddress } from '../../src/text/private-host.ts';
import { isPrivateHost, listedFrom, mayName } from './guard.ts';

describe('isPublicAddress', () => {
  test.each([
    '8.8.8.8',
    '1.1.1.1',
    '198.17.255.255',
    '172.32.0.1',
    '2606:4700::1111',
    '2001:4860:4860::8888',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
  ])('lets %s through', (address) => expect(isPublicAddress(address)).toBe(true));

  test.each([
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.0.1',
    '169.254.169.254',
    '100.100.100.200',
    '100.64.0.1',
    '168.63.129.16',
    '192.0.0.192',
    '198.18.0.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:a9fe:a9fe',
    '::10.0.0.1',
    '::ffff:0:7f00:1',
    '64:ff9b::7f00:1',
    '64:ff9b::a83f:8110',
    '64:ff9b:1::a00:1',
    '2002:7f00:1::',
    '2002:a00:1::1',
    '2001:0:7f00:1::',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '4000::1',
    'news.example',
    '',
  ])('stops %s', (address) => expect(isPublicAddress(address)).toBe(false));
});

describe('isPrivateHost', () => {
  test.each(['localhost', 'LOCALHOST', 'localhost.', 'a.localhost', '127.0.0.1.', '[::1]', '10.0.0.1', ''])(
    'is true for %s',
    (host) => expect(isPrivateHost(host)).toBe(true),
  );
  test.each(['news.example', 'localhost.example', 'mylocalhost', '8.8.8.8', '[2606:4700::1]'])(
    'is false for %s',
    (host) => expect(isPrivateHost(host)).toBe(false),
  );
});

describe('mayName', () => {
  test('lets a public document name public addresses only, and a private one any', () => {
    expect(mayName('https://a.example/', 'http://192.168.1.1/feed')).toBe(false);
    expect(mayName('https://a.example/', 'http://localhost/feed')).toBe(false);
    expect(mayName('https://a.example/', 'https://b.example/feed')).toBe(true);
    expect(mayName('http://192.168.1.1/', 'http://192.168.1.2/feed')).toBe(true);
  });
});

describe('isListedHost', () => {
  test.each([
    ['http://127.0.0.1:1200/feed', ['127.0.0.1:1200'], true],
    ['http://127.0.0.1:1200/feed', ['127.0.0.1'], true],
    ['http://127.0.0.1:1201/feed', ['127.0.0.1:1200'], false],
    ['http://rsshub.lan/feed', ['rsshub.lan:80'], true],
    ['https://rsshub.lan/feed', ['rsshub.lan:443'], true],
    ['https://rsshub.lan/feed', ['rsshub.lan:80'], false],
    ['http://rsshub.lan:1200/feed', [' RSSHub.lan:1200 '], true],
    ['http://rsshub.lan:1200/feed', ['http://rsshub.lan:1200/'], true],
    ['http://[::1]:1200/feed', ['[::1]:1200'], true],
    ['http://evil-rsshub.lan/feed', ['rsshub.lan'], false],
    ['http://127.0.0.1/', [], false],
  ])('%s in %j: %s', (url, hosts, listed) => expect(isListedHost(new URL(url), hosts)).toBe(listed));
});

describe('listedFrom', () => {
  const hosts = ['127.0.0.1:1200', 'rsshub.example'];

  test.each([
    ['http://127.0.0.1:1200/feed', hosts],
    ['https://rsshub.example/feed', hosts],
    ['http://127.0.0.1:8080/feed', []],
    ['https://news.example/feed', []],
    ['no address', []],
  ])('allows for a document at %s the private hosts %j', (address, allowed) => {
    expect(listedFrom(address, hosts)).toEqual(allowed);
  });
});
