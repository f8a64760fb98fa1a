import { kindWords } from '../overview/element/kindWords';

/** "Add-on", "Process", "Domain name". An add-on is called so whatever its category. */
export function kindTitle(list: string): string {
  const inside = list === 'processes' ? 'environments.processes' : list;
  const words = kindWords({ list: inside, item: {}, path: inside });
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
