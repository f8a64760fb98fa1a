import {
  assess,
  effective,
  withoutUser,
  type Effective,
  type Facts,
  type Instant,
  type Layers,
  type OrgGraph,
} from 'backstage-plugin-deploy-windows-common/readiness';
import type { LoadedSubject } from '../assessment/Assessments';

export interface Impact {
  readonly layers: Layers;
  readonly before: Effective;
  readonly after: Effective;
}

const PEOPLE_RULE = /"(?:people|peopleWithin|known)":/;

/**
 * What of a subject changes when somebody is gone. Only checks about people are asked again, once with and once without
 * the user, so that nothing else makes a difference.
 */
export function impactOf(
  { subject, facts, layers }: LoadedSubject,
  user: string,
  { org, now }: { readonly org: OrgGraph; readonly now: Instant },
): readonly Impact[] {
  const about = layers.filter(isAboutPeople);
  if (about.length === 0) return [];
  const asked = about.map(row => row.asked);
  const records = {
    attestations: about.flatMap(({ attestations }) => attestations),
    waivers: about.flatMap(({ waivers }) => waivers),
  };
  const judged = (known: Facts, people: OrgGraph) =>
    assess({ subject, facts: known, asked, org: people, records, upstream: () => undefined });
  const without = judged(withoutAlerted(facts, user), withoutUser(org, user));
  return judged(facts, org).flatMap((row, index) => {
    const other = without[index];
    if (other === undefined) return [];
    const [before, after] = [effective(row, now), effective(other, now)];
    return before.status === after.status ? [] : [{ layers: other, before, after }];
  });
}

function isAboutPeople({ asked: { definition } }: Layers): boolean {
  const { rule, applies, attest } = definition;
  return (
    PEOPLE_RULE.test(JSON.stringify([rule, applies])) ||
    attest?.boundTo.includes('alertPeople') === true
  );
}

/** The one fact that is made of people already. */
function withoutAlerted({ fields }: Facts, user: string): Facts {
  const { alertPeople } = fields;
  if (alertPeople?.state !== 'texts') return { fields };
  const values = alertPeople.values.filter(ref => ref.toLowerCase() !== user);
  return { fields: { ...fields, alertPeople: { ...alertPeople, values } } };
}
