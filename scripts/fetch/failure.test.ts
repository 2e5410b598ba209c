import { describe, expect, test } from 'vitest';
import { problemOf } from './failure.ts';
import { type FetchProblemCode, problemContext, problemIssue, statusProblem } from './problem.ts';

const withCode = (code: string) => Object.assign(new Error('the text of a stranger'), { code });

describe('problemOf', () => {
  test.each<[string, FetchProblemCode]>([
    ['ENOTFOUND', 'dns'],
    ['EAI_AGAIN', 'dns-busy'],
    ['ECONNREFUSED', 'refused'],
    ['EHOSTUNREACH', 'unreachable'],
    ['ENETUNREACH', 'unreachable'],
    ['ETIMEDOUT', 'timeout'],
    ['UND_ERR_CONNECT_TIMEOUT', 'timeout'],
    ['ECONNRESET', 'reset'],
    ['EPIPE', 'reset'],
    ['CERT_HAS_EXPIRED', 'tls'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'tls'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls'],
    ['EPROTO', 'tls'],
    ['SOMETHING_ELSE', 'failed'],
  ])('%s is %s', (code, problem) => expect(problemOf(withCode(code), false, false)).toBe(problem));

  test('finds the error that others wrap', () => {
    const both = new AggregateError([withCode('ECONNREFUSED'), withCode('ENETUNREACH')]);
    expect(problemOf(new Error('fetch failed', { cause: both }), false, false)).toBe('refused');
  });

  test('accepts anything that is thrown', () => {
    for (const thrown of [null, undefined, 'text', 7, {}])
      expect(problemOf(thrown, true, true)).toBe('failed');
  });
});

describe('statusProblem', () => {
  test.each([
    [403, 'http-403'],
    [418, 'http-4xx'],
    [500, 'http-5xx'],
    [599, 'http-5xx'],
    [300, 'http-other'],
  ])('%i is %s', (status, problem) => expect(statusProblem(status)).toBe(problem));
});

describe('problemIssue', () => {
  test('gives only the host of the address', () => {
    const request = { url: 'https://a.example/key=secret', deadlineMs: 1000, maxBytes: 1 };
    const issue = problemIssue('tide', 'timeout', problemContext(request, 'https://b.example/token', null));
    expect(issue).toEqual({
      feed: 'tide',
      stage: 'fetch',
      code: 'timeout',
      message: 'b.example did not finish its answer within 1 second.',
      hint: 'If it happens often, raise pull.timeoutSeconds.',
    });
  });

  test('keeps the number of a status without a message of its own', () => {
    const request = { url: 'https://a.example/', deadlineMs: 1, maxBytes: 1 };
    const issue = problemIssue('tide', statusProblem(522), problemContext(request, request.url, 522));
    expect(issue).toMatchObject({ code: 'http-522', message: 'a.example has a problem of its own (522).' });
  });
});
