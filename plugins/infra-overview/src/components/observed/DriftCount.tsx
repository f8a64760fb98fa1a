import { VisuallyHidden } from '@backstage/ui';
import { counted, type SourceState, type Tone } from 'backstage-plugin-infra-overview-common';
import { StateChip, linkStyles } from 'backstage-plugin-infra-overview-react';
import { Link } from 'react-router-dom';
import { useLooked, type Looked } from './context';
import { useDriftHref } from './useDriftHref';

/** In how many places the document and reality differ, as a jump to the list. Nothing while nobody knows, or where nobody looks. */
export const DriftCount = () => {
  const href = useDriftHref();
  const words = countWords(useLooked());
  if (words === undefined) return null;
  return (
    <Link to={href} className={linkStyles.link}>
      <StateChip label={words.label} tone={words.tone} />
      <VisuallyHidden> between the document and what is really there</VisuallyHidden>
    </Link>
  );
};

function countWords(looked: Looked): { readonly label: string; readonly tone: Tone } | undefined {
  if (looked.state === 'loading') return undefined;
  if (looked.state === 'failed') return { label: 'could not look', tone: 'unknown' };
  const { driftCount, sources } = looked.answer;
  if (driftCount > 0) return { label: counted(driftCount, 'difference'), tone: 'warning' };
  if (!sources.some(looks)) return undefined;
  return looked.failure === undefined && sources.filter(looks).every(isGood)
    ? { label: 'no difference', tone: 'good' }
    : { label: 'no difference known', tone: 'unknown' };
}

function looks({ state }: SourceState): boolean {
  return state !== 'disabled';
}

function isGood({ state, stale }: SourceState): boolean {
  return state === 'ok' && !stale;
}
