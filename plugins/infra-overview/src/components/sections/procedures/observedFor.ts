import {
  itemsOf,
  statedBlock,
  type InfraDocument,
  type ObservedProcedure,
} from 'backstage-plugin-infra-overview-common';

/** The procedure that the environment is deployed by: the one it names, else the only one of that kind. */
export function deployProcedure({ environments, procedures }: InfraDocument): string | undefined {
  for (const environment of itemsOf(environments)) {
    const named = statedBlock(environment.deploy)?.procedure;
    if (named !== undefined) return named;
  }
  const deploys = itemsOf(procedures).filter(({ kind }) => kind === 'deploy');
  return deploys.length === 1 ? deploys[0]?.id : undefined;
}

/** Of the chosen environment, or of all. */
export function procedureOf(
  procedures: readonly ObservedProcedure[],
  environment: string,
): readonly ObservedProcedure[] {
  return procedures.filter(
    procedure => procedure.environment === undefined || procedure.environment === environment,
  );
}
