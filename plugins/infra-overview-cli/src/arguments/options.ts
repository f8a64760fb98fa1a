export interface Option {
  readonly type: 'text' | 'switch';
  /** What stands for the value in help. */
  readonly value?: string;
  readonly help: string;
  readonly oneOf?: readonly string[];
}

/** Every flag of every command, each with one meaning. */
export const OPTIONS = {
  format: {
    type: 'text',
    value: 'WORD',
    help: 'text (default), json, or github: remarks at the lines of a pull request',
    oneOf: ['text', 'json', 'github'],
  },
  json: { type: 'switch', help: 'the same as --format json' },
  allow: {
    type: 'text',
    value: 'FILE',
    help: 'excuses: YAML with infraOverview.secretGate.allow, such as the configuration of the portal',
  },
  hints: { type: 'switch', help: 'list hints too: what is not stated, what is old' },
  entity: { type: 'text', value: 'REF', help: 'whose page: component:default/web' },
  environment: {
    type: 'text',
    value: 'NAME',
    help: 'of which environment; otherwise the first: production, where there is one',
  },
  help: { type: 'switch', help: 'this text' },
} as const satisfies Readonly<Record<string, Option>>;

export type OptionName = keyof typeof OPTIONS;

/** What was given, checked. */
export type Values = {
  readonly [Name in OptionName]?: (typeof OPTIONS)[Name]['type'] extends 'switch' ? true : string;
} & {
  /** What stood without a flag. */
  readonly words: readonly string[];
};

export function optionNamed(name: string): Option | undefined {
  return Object.hasOwn(OPTIONS, name) ? OPTIONS[name as OptionName] : undefined;
}
