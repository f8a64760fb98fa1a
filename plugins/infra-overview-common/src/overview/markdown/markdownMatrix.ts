import type { EnvironmentMatrix } from '../matrix/matrix';
import { escapeMarkdown } from './escapeMarkdown';

/** Environments side by side as a table. */
export function markdownMatrix({ environments, rows }: EnvironmentMatrix): readonly string[] {
  if (environments.length === 0) return [];
  const line = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
  return [
    line(['', ...environments]),
    `| ${['---', ...environments.map(() => '---')].join(' | ')} |`,
    ...rows.map(({ label, cells, differs }) =>
      line([differs ? `${label} (differs)` : label, ...cells.map(({ text }) => text)]),
    ),
  ];
}
