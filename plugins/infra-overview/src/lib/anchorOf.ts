/** A fact path as an anchor of the page: `addons[db]` → `addons-db`. */
export function anchorOf(path: string): string {
  return path.replace(/[^A-Za-z0-9_.-]+/g, '-').replace(/^-+|-+$/g, '');
}
