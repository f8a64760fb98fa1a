/** Works on `width` items at a time and gives the results in the order of the items; never more than `width` wait to be taken. */
export async function* mapConcurrently<T, R>(
  items: Iterable<T>,
  width: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const underWay: Promise<R>[] = [];
  try {
    for (const item of items) {
      if (underWay.length === width) yield await (underWay.shift() as Promise<R>);
      underWay.push(work(item));
      // The error comes out where it is awaited; until then it is not unhandled.
      underWay.at(-1)?.catch(() => {});
    }
    while (underWay.length > 0) yield await (underWay.shift() as Promise<R>);
  } finally {
    await Promise.allSettled(underWay);
  }
}
