/** How often the time is looked at, and how much of it one look counts at most. */
const tickMs = 250;
const mostMs = 2 * tickMs;

/**
 * A signal that ends with a `TimeoutError` after so many milliseconds in which the program could listen. While it
 * reads a large document it hears nothing, and answers that lie there meanwhile are not late: one feed must not cost
 * the others theirs. Whoever starts it stops it.
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
