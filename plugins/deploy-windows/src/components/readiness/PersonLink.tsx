import { EntityRefLink } from '@backstage/plugin-catalog-react';

/** A user or group as a link; anything else that acts, such as a pipeline, as it is written. */
export const PersonLink = ({ actor }: { readonly actor: string }) =>
  /^(user|group):[^/\s]+\/\S+$/i.test(actor) ? <EntityRefLink entityRef={actor} /> : <>{actor}</>;
