import {
  confirmedValue,
  factPathText,
  parseFactPath,
  type EffectiveInfra,
} from 'backstage-plugin-infra-overview-common';

/** What a person may have meant by a path that the document says nothing at: what is above it, else what begins most like it. */
export function nearestPath(effective: EffectiveInfra, text: string): string | undefined {
  const path = parseFactPath(text);
  for (let length = (path?.steps.length ?? 0) - 1; length > 0; length--) {
    const above = factPathText({ steps: path?.steps.slice(0, length) ?? [] });
    if (confirmedValue(effective, above) !== undefined) return above;
  }
  const first = path?.steps[0];
  if (first?.select !== undefined) {
    const list = factPathText({ steps: [{ field: first.field }] });
    if (confirmedValue(effective, list) !== undefined) return list;
  }
  let nearest: string | undefined;
  let most = 0;
  for (const known of Object.keys(effective.origins)) {
    const length = sharedBeginning(known.toLowerCase(), text.toLowerCase());
    if (length <= most) continue;
    [nearest, most] = [known, length];
  }
  return nearest;
}

function sharedBeginning(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
