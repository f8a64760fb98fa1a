import { NotAllowedError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import {
  decisionQuerySchema,
  overrideWishSchema,
  parseWire,
} from 'backstage-plugin-deploy-windows-common';
import { invalid } from '../api/coded';
import { callOf, TARGET, type ActionsDeps } from './actionsDeps';

/** An assistant asks; a person decides. Where no second person is needed, it would decide by itself, so it may not. */
export function registerRequestOverride({
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
