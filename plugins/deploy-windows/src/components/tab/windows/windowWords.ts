import type { WindowAnswer } from 'backstage-plugin-deploy-windows-common';

export function kindWords(kind: WindowAnswer['kind']): string {
  switch (kind) {
    case 'allow':
      return 'Lets through';
    case 'freeze':
      return 'Freeze';
    case 'notice':
      return 'Agreed time';
    default:
      throw new Error(kind satisfies never);
  }
}

/** Why a window says nothing about this environment. */
export function governsWords({
  governs,
  whyNot,
}: Pick<WindowAnswer, 'governs' | 'whyNot'>): string {
  if (governs) return 'Governs';
  switch (whyNot) {
    case undefined:
      return 'Does not govern';
    case 'environment':
      return 'For another environment';
    case 'stage':
      return 'For another stage';
    case 'scope':
      return 'For other services';
    case 'change-type':
      return 'For other kinds of change';
    default:
      throw new Error(whyNot satisfies never);
  }
}
