import {
  audienceFinder,
  audiencesOf,
  type Audience,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { KnownLevel } from './Levels';

/** The audience that a level means by an id or a key; of its own document, else of the nearest one above. */
export function audienceAt(
  { targets, entityRef }: KnownLevel,
  asked: string,
  lead: string,
): Audience | undefined {
  for (const { chain } of targets) {
    const position = chain.findIndex(link => link.entityRef === entityRef);
    const known = audiencesOf(chain.slice(0, position + 1), lead);
    const key = audienceFinder(chain, position)(asked) ?? asked;
    const found = known.find(audience => audience.key === key);
    if (found) return found;
  }
  return undefined;
}
