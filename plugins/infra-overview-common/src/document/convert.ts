/** One step from a version to the next one. */
interface Converter {
  readonly from: string;
  readonly to: string;
  /** Sections that got another name, old to new. */
  readonly renamed: Readonly<Record<string, string>>;
}

/**
 * The steps, oldest first. Each reads one version and writes the next, so that a new version costs one step.
 *
 * `v1alpha0` was the draft before the first release: add-ons were `addOns`, and the places of credentials `credentials`.
 */
const CONVERTERS: readonly Converter[] = [
  {
    from: 'v1alpha0',
    to: 'v1alpha1',
    renamed: { addOns: 'addons', credentials: 'credentialLocations' },
  },
];

export interface Converted {
  readonly value: Readonly<Record<string, unknown>>;
  /** Where a fact stands in the text its author wrote. */
  readonly originalPath: (path: string) => string;
  /** Fields that would have been covered by a renamed one. */
  readonly covered: readonly { readonly path: string; readonly value: unknown }[];
}

/** Rewrites a document of an older version as one of the newest; undefined when no step reads that version. */
export function convert(
  value: Readonly<Record<string, unknown>>,
  from: string,
  to: string,
): Converted | undefined {
  let version = from;
  let converted: Converted = { value, originalPath: path => path, covered: [] };
  for (const step of CONVERTERS) {
    if (step.from !== version) continue;
    converted = apply(step, converted);
    version = step.to;
  }
  return version === to ? converted : undefined;
}

function apply(step: Converter, before: Converted): Converted {
  const sections = new Map<string, unknown>();
  const covered = [...before.covered];
  const newNames = new Set(Object.values(step.renamed));
  for (const [section, content] of Object.entries(before.value)) {
    const renamed = Object.hasOwn(step.renamed, section) ? step.renamed[section] : undefined;
    if (renamed !== undefined) sections.set(renamed, content);
    // The new name meant nothing yet in the older version.
    else if (newNames.has(section))
      covered.push({ path: before.originalPath(section), value: content });
    else sections.set(section, content);
  }
  const oldNames = new Map(Object.entries(step.renamed).map(([old, now]) => [now, old]));
  const originalPath = (path: string) => {
    const section = /^[A-Za-z]+/.exec(path)?.[0] ?? '';
    const old = oldNames.get(section);
    return before.originalPath(old === undefined ? path : old + path.slice(section.length));
  };
  return { value: Object.fromEntries(sections), originalPath, covered };
}
