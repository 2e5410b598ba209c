/** How often the clock is read, and the most that one reading counts. */
const tickMs = 250;
const mostMs = 2 * tickMs;

/**
 * A signal that aborts with a `TimeoutError` after `milliseconds`, not counting the time in which the event loop is
 * blocked: while one large document is parsed, the answers of other feeds wait and are not late. The caller stops it.
 */
export function startDeadline(milliseconds: number): { signal: AbortSignal; stop: () => void } {
  const controller = new AbortController();
  let left = milliseconds;
  let last = performance.now();
  const tick = () => {
    const now = performance.now();
    left -= Math.min(now - last, mostMs);
    last = now;
    if (left <= 0) controller.abort(new DOMException('The time is over', 'TimeoutError'));
    else wait();
  };
  let timer: NodeJS.Timeout;
  const wait = () => {
    timer = setTimeout(tick, Math.min(tickMs, Math.ceil(left))).unref();
  };
  wait();
  return { signal: controller.signal, stop: () => clearTimeout(timer) };
}
