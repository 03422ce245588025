// A limit on how long to wait for an answer. The call itself goes on, so it must be harmless to repeat.

/** @throws when there is no answer after `timeoutMs`. */
export async function withTimeout<T>(answer: Promise<T>, timeoutMs: number): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`D1 did not answer in ${timeoutMs} ms`)), timeoutMs);
  try {
    return await Promise.race([answer, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
