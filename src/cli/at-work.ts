// Names of the inputs that are being coded, so that what falls uncaught meanwhile can be told with the input it fell from.

const names = new Map<symbol, string>();

export async function whileAtWork<T>(name: string, work: () => Promise<T>): Promise<T> {
  const own = Symbol(name);
  names.set(own, name);
  try {
    return await work();
  } finally {
    names.delete(own);
  }
}

/** In the order in which they were begun. */
export const atWork = (): string[] => [...names.values()];
