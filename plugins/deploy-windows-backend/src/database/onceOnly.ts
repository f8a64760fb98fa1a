/** The answer to a call that was made before with the same key; also when both came at the same moment. */
export async function onceOnly<T>(
  find: () => Promise<T | undefined>,
  make: () => Promise<T>,
): Promise<T> {
  const before = await find();
  if (before !== undefined) return before;
  try {
    return await make();
  } catch (error) {
    const meanwhile = await find();
    if (meanwhile !== undefined) return meanwhile;
    throw error;
  }
}
