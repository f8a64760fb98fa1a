import type { Audience, AudienceKey } from './audience';
import { policyOf, type PolicyLink } from './policySource';

/** Every audience of a chain, with the lead that holds where none is stated. */
export function audiencesOf(
  chain: readonly PolicyLink[],
  defaultLead: string,
): readonly Audience[] {
  return chain.flatMap(link => {
    const policy = policyOf(link);
    return (policy?.audiences ?? []).map((declared): Audience => {
      const timeZone = declared.timeZone ?? policy?.timeZone;
      return {
        key: `${link.entityRef}/${declared.id}`,
        id: declared.id,
        title: declared.title ?? declared.id,
        lead: declared.lead ?? defaultLead,
        contacts: declared.contacts ?? [],
        require: declared.require ?? 'any',
        ...(timeZone !== undefined && { timeZone }),
        ...(declared.holidays !== undefined && { holidays: declared.holidays }),
      };
    });
  });
}

/** The audience a document means by an id: its own, else the nearest one above. */
export function audienceFinder(
  chain: readonly PolicyLink[],
  position: number,
): (id: string) => AudienceKey | undefined {
  return id => {
    for (let index = position; index >= 0; index -= 1) {
      const link = chain[index] as PolicyLink;
      const known = policyOf(link)?.audiences?.some(audience => audience.id === id);
      if (known) return `${link.entityRef}/${id}`;
    }
    return undefined;
  };
}
