import { wordLabel, type Level } from 'backstage-plugin-infra-overview-common';
import { FactText, StateChip } from '../../kit';

/** How binding a rule is, in words: must, must not, should, is done. */
export const LevelChip = ({ level }: { readonly level: Level | undefined }) =>
  level === undefined ? (
    <FactText state="not-stated" text="level not stated" />
  ) : (
    <StateChip label={wordLabel(level)} />
  );
