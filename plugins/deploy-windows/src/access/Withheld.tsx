import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Muted } from 'backstage-plugin-infra-overview-react';
import type { Grant } from './useGrants';

export interface WithheldAction {
  readonly label: string;
  readonly grant: Grant;
}

export interface WithheldProps {
  /** Named by the buttons it explains. */
  readonly id: string;
  readonly actions: readonly WithheldAction[];
  readonly owners: readonly string[];
}

/** Why some buttons cannot be pressed: which permission is missing and whom to ask. A disabled button cannot say it itself. */
export const Withheld = ({ id, actions, owners }: WithheldProps) => {
  const refused = actions.filter(({ grant }) => grant.state === 'refused');
  if (refused.length === 0) return null;
  return (
    <p id={id}>
      <Muted>
        You may not:{' '}
        {refused.map(({ label, grant }) => `${label} (${grant.permission})`).join(', ')}.
        {owners.length > 0 && ' Ask the owner: '}
        {owners.map((owner, index) => (
          <span key={owner}>
            {index > 0 && ', '}
            <EntityRefLink entityRef={owner} />
          </span>
        ))}
        {owners.length > 0 && '.'}
      </Muted>
    </p>
  );
};
