// What assistants may ask through MCP. Each action asks for rights with the credentials it is handed, by the same services as
// the routes; they are switched on by `backend.actions.pluginSources`. The `z` of the registry is zod 3, and is used for the
// forms of the registry alone: what was sent is read by our own schemas.
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { NotAllowedError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import {
  decisionQuerySchema,
  nextQuerySchema,
  overrideWishSchema,
  parseWire,
  type DecisionAnswer,
  type OverrideAnswer,
  type OverrideAsked,
} from 'backstage-plugin-deploy-windows-common';
import type { Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { PrincipalSource } from './access/Principal';
import { invalid } from './api/coded';
import type { CallOptions } from './api/route';
import type { DecisionService } from './decision/DecisionService';
import type { WindowsService } from './decision/WindowsService';

export interface ActionsDeps {
  readonly registry: ActionsRegistryService;
  readonly decisions: Pick<DecisionService, 'decision' | 'explain' | 'next'>;
  readonly windows: WindowsService;
  readonly overrides: {
    request(wish: OverrideAsked, options: CallOptions): Promise<OverrideAnswer>;
  };
  /** Whether a second person must agree to an override of the target. */
  readonly needsSecondPerson: (
    entityRef: string,
    environment: string,
    now: Instant,
  ) => Promise<boolean>;
  readonly principals: PrincipalSource;
  readonly now: () => Instant;
}

const READS = { readOnly: true, destructive: false, idempotent: true } as const;
const TARGET = {
  entity: 'Entity ref of the service, such as component:default/web or system:default/noipm',
  environment: 'Name of the environment, such as production',
  changeType: 'deploy (usual), config, hotfix, rollback, restart or stop',
  at: 'Another time than now: RFC 3339 with offset',
  duration: 'How long it takes, ISO 8601, such as PT20M',
  zone: 'IANA zone in which times are written; usually that of the project',
};

export function registerActions(deps: ActionsDeps): void {
  registerCanDeploy(deps);
  registerNextOpenings(deps);
  registerExplain(deps);
  registerListWindows(deps);
  registerRequestOverride(deps);
}

function registerCanDeploy({ registry, decisions, ...deps }: ActionsDeps): void {
  registry.register({
    name: 'can-deploy',
    title: 'May we deploy now?',
    description:
      'Whether a service may be deployed to an environment now, by deploy windows, freezes, notices and locks; and if not, why, when, and who can change that. Deploys nothing.',
    attributes: READS,
    schema: {
      input: z =>
        z.object({
          entity: z.string().describe(TARGET.entity),
          environment: z.string().describe(TARGET.environment),
          changeType: z.string().optional().describe(TARGET.changeType),
          at: z.string().optional().describe(TARGET.at),
          duration: z.string().optional().describe(TARGET.duration),
          zone: z.string().optional().describe(TARGET.zone),
        }),
      output: z =>
        z.object({
          outcome: z.enum(['allowed', 'blocked']),
          sentence: z.string().describe('The answer as one sentence'),
          reasons: z.array(
            z.object({
              code: z.string(),
              text: z.string(),
              rule: z.string().optional(),
              clearedBy: z.array(z.string()),
            }),
          ),
          warnings: z.array(z.string()),
          nextOpen: z.string().optional().describe('The next time a start is possible'),
          nextIfNotifiedNow: z
            .string()
            .optional()
            .describe('The next time, if the audience is told now'),
          finishBy: z.string().optional(),
          validUntil: z.string().describe('Ask again after this'),
        }),
    },
    action: async ({ input, credentials }) => {
      const answer = await decisions.decision(
        parseWire(decisionQuerySchema, input),
        await callOf(deps, credentials),
      );
      return { output: shortAnswer(answer) };
    },
  });
}

function registerNextOpenings({ registry, decisions, ...deps }: ActionsDeps): void {
  registry.register({
    name: 'next-openings',
    title: 'When may we deploy?',
    description:
      'The next times at which a deploy of a service to an environment may start and its expected duration fits.',
    attributes: READS,
    schema: {
      input: z =>
        z.object({
          entity: z.string().describe(TARGET.entity),
          environment: z.string().describe(TARGET.environment),
          count: z
            .union([z.number(), z.string()])
            .optional()
            .describe('How many, 1 to 100; usually 5'),
          within: z.string().optional().describe('How far ahead, ISO 8601, such as P14D'),
          duration: z.string().optional().describe(TARGET.duration),
          zone: z.string().optional().describe(TARGET.zone),
        }),
      output: z =>
        z.object({
          zone: z.string(),
          openings: z.array(
            z.object({
              at: z.string(),
              closes: z.string().optional(),
              text: z.string(),
              reason: z.string(),
            }),
          ),
        }),
    },
    action: async ({ input, credentials }) => {
      const { zone, openings } = await decisions.next(
        parseWire(nextQuerySchema, input),
        await callOf(deps, credentials),
      );
      const shown = openings.map(({ at, closes, text, reason }) => ({
        at,
        ...(closes !== undefined && { closes }),
        text,
        reason,
      }));
      return { output: { zone, openings: shown } };
    },
  });
}

function registerExplain({ registry, decisions, ...deps }: ActionsDeps): void {
  registry.register({
    name: 'explain',
    title: 'Why may we deploy, or not?',
    description:
      'The decision of can-deploy with every window that was considered, each with its level and effect.',
    attributes: READS,
    schema: {
      input: z =>
        z.object({
          entity: z.string().describe(TARGET.entity),
          environment: z.string().describe(TARGET.environment),
          changeType: z.string().optional().describe(TARGET.changeType),
          at: z.string().optional().describe(TARGET.at),
          duration: z.string().optional().describe(TARGET.duration),
          zone: z.string().optional().describe(TARGET.zone),
        }),
      output: z =>
        z.object({
          sentence: z.string(),
          outcome: z.enum(['allowed', 'blocked']),
          steps: z.array(
            z.object({
              window: z.string(),
              level: z.string(),
              kind: z.string(),
              title: z.string(),
              governs: z.boolean(),
              active: z.boolean(),
              text: z.string(),
            }),
          ),
        }),
    },
    action: async ({ input, credentials }) => {
      const { sentence, outcome, steps } = await decisions.explain(
        parseWire(decisionQuerySchema, input),
        await callOf(deps, credentials),
      );
      const shown = steps.map(({ window, level, kind, title, governs, active, text }) => ({
        window,
        level,
        kind,
        title,
        governs,
        active,
        text,
      }));
      return { output: { sentence, outcome, steps: shown } };
    },
  });
}

function registerListWindows({ registry, windows, ...deps }: ActionsDeps): void {
  registry.register({
    name: 'list-windows',
    title: 'Which deploy windows and freezes apply?',
    description:
      'The windows, freezes and agreed times that apply to a service in an environment, with the level each comes from.',
    attributes: READS,
    schema: {
      input: z =>
        z.object({
          entity: z.string().describe(TARGET.entity),
          environment: z.string().describe(TARGET.environment),
          zone: z.string().optional().describe(TARGET.zone),
        }),
      output: z =>
        z.object({
          openByDefault: z.boolean(),
          windows: z.array(
            z.object({
              key: z.string(),
              kind: z.string(),
              title: z.string(),
              level: z.string(),
              sentence: z.string(),
              reason: z.string().optional(),
              governs: z.boolean(),
              active: z.boolean(),
              next: z.array(z.string()),
            }),
          ),
        }),
    },
    action: async ({ input, credentials }) => {
      const { entity, environment, zone } = parseWire(decisionQuerySchema, input);
      const query = { entity, environment, ...(zone !== undefined && { zone }) };
      const { windows: found, policy } = await windows.windows(
        query,
        await callOf(deps, credentials),
      );
      const shown = found.map(
        ({ key, kind, title, level, sentence, reason, governs, active, next }) => ({
          key,
          kind,
          title,
          level,
          sentence,
          ...(reason !== undefined && { reason }),
          governs,
          active,
          next: next.map(({ text }) => text),
        }),
      );
      return { output: { openByDefault: policy.openByDefault.open, windows: shown } };
    },
  });
}

/** An assistant asks; a person decides. Where no second person is needed, it would decide by itself, so it may not. */
function registerRequestOverride({
  registry,
  decisions,
  overrides,
  needsSecondPerson,
  ...deps
}: ActionsDeps): void {
  registry.register({
    name: 'request-override',
    title: 'Ask a person to let one deploy through',
    description:
      'Asks for an override of named rules for one target and a limited time. It changes nothing until another person approves it in the portal. Take the rules from the reasons of can-deploy.',
    attributes: { readOnly: false, destructive: false, idempotent: false },
    schema: {
      input: z =>
        z.object({
          entity: z.string().describe(TARGET.entity),
          environment: z.string().describe(TARGET.environment),
          rules: z.array(z.string()).describe('Rule keys from the reasons of can-deploy'),
          end: z
            .string()
            .describe('When it ends at the latest, RFC 3339 with offset; within 24 hours'),
          reason: z
            .string()
            .describe('Why, for the person who decides; at least 10 characters, no secrets'),
          ticket: z.string().optional(),
        }),
      output: z => z.object({ id: z.string(), state: z.string(), sentence: z.string() }),
    },
    action: async ({ input, credentials }) => {
      const options = await callOf(deps, credentials);
      if (!options.principal.ref.startsWith('user:'))
        throw new NotAllowedError('An override is asked for in the name of a person');
      const { entity, environment, rules, end, reason, ticket } = input;
      // An override is for the person who asks, and never an emergency.
      const wish = parseWire(overrideWishSchema, {
        entity,
        environment,
        rules,
        end,
        reason,
        ...(ticket !== undefined && { ticket }),
      } as JsonObject);
      // Whoever may not see the target is told so here.
      await decisions.decision(parseWire(decisionQuerySchema, { entity, environment }), options);
      if (!(await needsSecondPerson(entity.toLowerCase(), environment, options.now))) {
        throw invalid(
          'NO_APPROVAL_NEEDED',
          'No second person has to agree to an override here, so an assistant cannot ask for one. A person can, in the portal',
        );
      }
      const { id, state } = await overrides.request(wish, options);
      return {
        output: {
          id,
          state,
          sentence: 'Asked for. It holds once another person approves it in the portal.',
        },
      };
    },
  });
}

async function callOf(
  { principals, now }: Pick<ActionsDeps, 'principals' | 'now'>,
  credentials: BackstageCredentials,
): Promise<CallOptions> {
  return { credentials, principal: await principals.principalOf(credentials), now: now() };
}

function shortAnswer({
  outcome,
  sentence,
  reasons,
  warnings,
  nextOpen,
  nextIfNotifiedNow,
  finishBy,
  validUntil,
}: DecisionAnswer) {
  return {
    outcome,
    sentence,
    reasons: reasons.map(({ code, text, rule, clearedBy }) => ({
      code,
      text,
      ...(rule !== undefined && { rule }),
      clearedBy,
    })),
    warnings: warnings.map(({ text }) => text),
    ...(nextOpen && { nextOpen: `${nextOpen.text} (${nextOpen.at})` }),
    ...(nextIfNotifiedNow && {
      nextIfNotifiedNow: `${nextIfNotifiedNow.text} (${nextIfNotifiedNow.at})`,
    }),
    ...(finishBy !== undefined && { finishBy }),
    validUntil,
  };
}
