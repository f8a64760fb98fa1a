import { humanised } from './fieldLabel';

/** 'environments[]' → 'all environments', 'observability.logs' → 'all logs'. A path to one thing stays as it is. */
export function describeAbout(path: string): string {
  const list = /^(?:[A-Za-z]+\.)*([A-Za-z]+)(?:\[\])?$/.exec(path)?.[1];
  return list === undefined ? path : `all ${humanised(list).toLocaleLowerCase('en-US')}`;
}
