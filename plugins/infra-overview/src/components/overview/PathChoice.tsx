import { ChipChoice } from '../kit';
import type { PathOwner } from './useRequestPath';

export interface PathChoiceProps {
  readonly owners: readonly PathOwner[];
  readonly owner: string | undefined;
  readonly onChoose: (entityRef: string) => void;
}

/** Which part's path is drawn, where a project has several. */
export const PathChoice = ({ owners, owner, onChoose }: PathChoiceProps) => {
  if (owners.length < 2 || owner === undefined) return null;
  return (
    <ChipChoice
      label="Path of"
      choices={owners.map(choice => ({ value: choice.entityRef, label: choice.name }))}
      value={owner}
      onChange={onChoose}
    />
  );
};
