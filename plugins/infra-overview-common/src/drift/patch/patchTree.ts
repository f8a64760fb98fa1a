import { factPathText, keyFieldOf, parseFactPath } from '../../document';
import type { YamlValue } from './yamlText';

type Tree = Record<string, YamlValue>;

/** The value inside everything that leads to it: `addons[db].plan` → `{ addons: [{ id: db, plan }] }`. */
export function patchTree(path: string, value: YamlValue): Tree | undefined {
  const steps = parseFactPath(path)?.steps;
  if (steps === undefined || steps.length === 0) return undefined;
  let inner = value;
  for (let at = steps.length - 1; at >= 0; at -= 1) {
    const step = steps[at];
    if (step === undefined) return undefined;
    if (step.select !== undefined) {
      const list = factPathText({ steps: [...steps.slice(0, at), { field: step.field }] });
      const key = keyFieldOf(list);
      if (step.select.kind !== 'item' || key === undefined || !isTree(inner)) return undefined;
      inner = [{ [key]: step.select.name, ...inner }];
    }
    inner = { [step.field]: inner };
  }
  return isTree(inner) ? inner : undefined;
}

function isTree(value: YamlValue): value is Tree {
  return typeof value === 'object' && !Array.isArray(value);
}
