/** An answer, or the error instead of it, so that one question can fail alone and several can share its answer. */
export type Asked<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown };

export async function asked<T>(answer: Promise<T>): Promise<Asked<T>> {
  try {
    return { ok: true, value: await answer };
  } catch (error) {
    return { ok: false, error };
  }
}

export function valueOf<T>(answer: Asked<T>): T {
  if (!answer.ok) throw answer.error;
  return answer.value;
}
