import {
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_TARGET } from 'backstage-plugin-deploy-windows-common';
import { z } from 'zod';

/** A target, as policies ask about it. */
export interface TargetRow {
  readonly owner?: string;
  readonly stage?: string;
  readonly changeType?: string;
}

/** What a condition asks for; applied in memory, since targets are no rows of a table. */
export interface TargetQuery {
  readonly field: keyof TargetRow;
  readonly values: readonly string[];
}

export const targetResourceRef = createPermissionResourceRef<TargetRow, TargetQuery>().with({
  pluginId: 'deploy-windows',
  resourceType: RESOURCE_TYPE_TARGET,
});

const has = (values: readonly string[], value: string | undefined) =>
  value !== undefined && values.includes(value);

export const isEntityOwner = createPermissionRule({
  name: 'IS_ENTITY_OWNER',
  description: 'One of the claims owns the entity of the target',
  resourceRef: targetResourceRef,
  paramsSchema: z.object({ claims: z.array(z.string()).describe('Entity refs of owners') }),
  apply: ({ owner }, { claims }) =>
    has(
      claims.map(claim => claim.toLowerCase()),
      owner,
    ),
  toQuery: ({ claims }) => ({ field: 'owner', values: claims }),
});

export const hasStage = createPermissionRule({
  name: 'HAS_STAGE',
  description: 'The environment of the target is of one of the stages',
  resourceRef: targetResourceRef,
  paramsSchema: z.object({
    stages: z.array(z.string()).describe('Stages such as production, staging'),
  }),
  apply: ({ stage }, { stages }) => has(stages, stage),
  toQuery: ({ stages }) => ({ field: 'stage', values: stages }),
});

export const hasChangeType = createPermissionRule({
  name: 'HAS_CHANGE_TYPE',
  description: 'What is wanted is a change of one of the types',
  resourceRef: targetResourceRef,
  paramsSchema: z.object({
    changeTypes: z.array(z.string()).describe('Such as deploy, hotfix, rollback'),
  }),
  apply: ({ changeType }, { changeTypes }) => has(changeTypes, changeType),
  toQuery: ({ changeTypes }) => ({ field: 'changeType', values: changeTypes }),
});

export const targetRules = [isEntityOwner, hasStage, hasChangeType];
