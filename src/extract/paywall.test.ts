import { describe, expect, test } from 'vitest';
import { paywallNoticeAt } from './paywall.ts';

describe('paywallNoticeAt', () => {
  test.each([
    'Subscribe to continue reading',
    'Log in to read the full story',
    'To keep reading, please subscribe.',
    'This article is only available to subscribers',
    'This post is for paid subscribers',
    'Already a subscriber? Log in',
    'You have reached your monthly limit of free articles',
    'You’ve used all your free articles',
    'Get unlimited access for 1 crown',
    'This content is for members only',
    '订阅后继续阅读全文',
    '登录后即可阅读全文',
    '开通会员，阅读全部文章',
    '本文为付费内容',
    '此文章为会员专享',
    '剩余 3260 字，订阅后可读',
    '您的免费阅读次数已用完',
    '阅读全文请先登录',
    '訂閱後繼續閱讀全文',
    '加入會員即可閱讀全文',
    '本文為訂閱者專屬文章',
    '已是會員？請登入',
    '繼續閱讀，請先登入',
  ])('knows %s', (notice) => expect(paywallNoticeAt(`潮水 tide. ${notice}`)).toBeGreaterThan(0));

  test.each([
    'Subscribe to our newsletter',
    'Sign up for five stories a week',
    'He decided to subscribe and read on.',
    'Members of the committee read the article.',
    'Leave a comment. You must be logged in to post.',
    '欢迎订阅我们的每日简报',
    '登录后可以发表评论',
    '他成为会员已有三年，常去阅读室。',
    '本文作者是一位会员',
    '歡迎訂閱電子報',
    '剩余三公里路程还没有修通',
    '阅读全文',
  ])('lets %s be', (text) => expect(paywallNoticeAt(text)).toBe(-1));
});
