/** The query of an address: '' or '?text=…'. What is left out stays out; lists repeat their key. */
export function queryText(query: object): string {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined || value === '') continue;
    for (const part of Array.isArray(value) ? value : [value]) parameters.append(key, String(part));
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}
