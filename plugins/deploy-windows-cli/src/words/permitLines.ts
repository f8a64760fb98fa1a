import type { DecisionAnswer, PermitAnswer } from 'backstage-plugin-deploy-windows-common';

/** A permit in sentences, with the steps that are declared for the deploy. */
export function permitLines(
  permit: PermitAnswer,
  decision: DecisionAnswer | undefined,
): readonly string[] {
  const { lock, finishBy } = permit;
  const end = finishBy === undefined ? '' : ` and be done by ${finishBy}`;
  const { procedure } = decision ?? {};
  return [
    `Permit ${permit.id} for ${permit.target}: start by ${permit.startBy}${end}.`,
    ...(lock === undefined
      ? []
      : [
          `Lock ${lock.key} is yours${lock.expiresAt === undefined ? '' : ` until ${lock.expiresAt}`}.`,
        ]),
    ...(procedure === undefined
      ? []
      : [`${procedure.title}:`, ...procedure.steps.map((step, index) => `${index + 1}. ${step}`)]),
  ];
}
