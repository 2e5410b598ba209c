import { PrivateAddressError } from './guard.ts';
import { FetchProblem, type FetchProblemCode } from './problem.ts';

/** The problem for the error codes of Node and undici. The first match counts. */
const byCode: readonly [RegExp, FetchProblemCode][] = [
  [/^PROXY$|^UND_ERR_PRX_TLS$/, 'proxy'],
  [/^ENOTFOUND$|^ENODATA$/, 'dns'],
  [/^EAI_/, 'dns-busy'],
  [/^ECONNREFUSED$/, 'refused'],
  [/^(?:EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EACCES|EPERM|EHOSTDOWN|ENETDOWN)$/, 'unreachable'],
  [/^(?:ETIMEDOUT|UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT)$/, 'timeout'],
  [/^UND_ERR_RES_CONTENT_LENGTH_MISMATCH$|^Z_BUF_ERROR$/, 'truncated'],
  [/^(?:ECONNRESET|EPIPE|ECONNABORTED|UND_ERR_SOCKET)$/, 'reset'],
  [/^UND_ERR_HEADERS_OVERFLOW$/, 'bad-http'],
  [/^Z_|^ERR_(?:_ERROR|BROTLI|ZLIB)|^ZSTD_/, 'bad-encoding'],
  [/CERT|SELF_SIGNED|^ERR_SSL|^ERR_TLS|^EPROTO$|UNABLE_TO_(?:GET|VERIFY)|HOSTNAME_MISMATCH/, 'tls'],
  [/^ERR_INVALID_URL$|^UND_ERR_INVALID_ARG$/, 'bad-address'],
];

/**
 * The problem that an error stands for, or the error that it wraps. `answered`: the answer had begun; `redirected`: the
 * address that failed is not the configured one.
 */
export function problemOf(error: unknown, answered: boolean, redirected: boolean): FetchProblemCode {
  if (error instanceof FetchProblem) return error.problem;
  if (error instanceof PrivateAddressError) {
    if (error.looksLikeProxy) return 'fake-address';
    return redirected ? 'private-redirect' : 'private-address';
  }
  if (!(error instanceof Error)) return 'failed';
  // undici's words for a proxy that answers, and refuses.
  if (/^Proxy (?:response|Authentication)/.test(error.message)) return 'proxy';
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'timeout';
  if (error.name === 'HTTPParserError') return 'bad-http';
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'UND_ERR_SOCKET' && answered) return 'truncated';
  const match = byCode.find(([pattern]) => pattern.test(code));
  if (match) return match[1];
  const inner = error instanceof AggregateError ? error.errors[0] : error.cause;
  return inner === undefined || inner === error ? 'failed' : problemOf(inner, answered, redirected);
}
