import { isNotNeeded } from '../../document';
import { itemKey } from '../../effective/itemKey';
import type { InfraView } from '../../effective';
import { standingOf } from '../facts';
import { fieldRows } from '../fields/fieldRows';
import { itemTitle } from '../itemTitle';
import type { Section } from '../sections/section';
import { notNeededText } from '../words/emptiness';
import { humanised } from '../words/fieldLabel';
import { isJsonObject } from '../words/jsonValue';
import { capitalised } from '../words/sentence';
import { escapeMarkdown } from './escapeMarkdown';
import { markdownFields } from './markdownFields';

/** One section with every item and every field of it. */
export function markdownSection(view: InfraView, section: Section): readonly string[] {
  const single = section.paths.length === 1;
  const body = section.paths.flatMap(path => {
    const lines = markdownPath(view, path);
    if (single || lines.length === 0) return lines;
    return [
      `### ${escapeMarkdown(humanised(path.slice(path.lastIndexOf('.') + 1)))}`,
      '',
      ...lines,
      '',
    ];
  });
  return [`## ${escapeMarkdown(section.title)}`, '', ...body, ''];
}

function markdownPath(view: InfraView, path: string): readonly string[] {
  let value: unknown = view.document;
  for (const field of path.split('.')) value = isJsonObject(value) ? value[field] : undefined;
  const standing = standingOf(value as Parameters<typeof standingOf>[0]);
  if (standing.state !== 'stated') return [escapeMarkdown(capitalised(standing.text))];
  if (Array.isArray(value))
    return value.flatMap((item, position) => markdownItem(view, path, item, position));
  if (isJsonObject(value))
    return markdownFields(fieldRows(value, path, view.origins, view.document), 0);
  return [escapeMarkdown(String(value))];
}

function markdownItem(
  view: InfraView,
  list: string,
  item: unknown,
  position: number,
): readonly string[] {
  if (!isJsonObject(item)) return [`- ${escapeMarkdown(String(item))}`];
  const path = `${list}[${itemKey(list, item) ?? position + 1}]`;
  const title = escapeMarkdown(itemTitle(item));
  if (isNotNeeded(item))
    return [`- **${title}**: ${escapeMarkdown(notNeededText(item.notNeeded))}`];
  const fields = fieldRows(item, path, view.origins, view.document);
  return [
    `- **${title}**`,
    ...markdownFields(
      fields.filter(row => row.text !== itemTitle(item)),
      1,
    ),
  ];
}
