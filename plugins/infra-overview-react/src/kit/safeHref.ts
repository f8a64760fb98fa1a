const SAFE = new Set(['http:', 'https:', 'mailto:']);

/** The address if a click on it can do no harm, else nothing: documents are written by many hands. */
export function safeHref(href: string | undefined): string | undefined {
  if (href === undefined) return undefined;
  try {
    const url = new URL(href);
    return SAFE.has(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}
