import type { Answer } from 'backstage-plugin-infra-overview-common';
import { useView } from '../../overview/context';
import { FactLines } from './FactLines';
import { useFacts } from './useFacts';

const KINDS: Readonly<Record<Answer['id'], readonly string[]>> = {
  'runs-on': ['maintenance'],
  database: ['last-backup', 'last-restore'],
  deploys: ['last-deploy'],
  alerts: [],
};
// The first screen has room for this many; the sections below have all.
const SHOWN = 2;

/** What the sources saw, in the answer it belongs to. */
export const AnswerFacts = ({ answer }: { readonly answer: Answer['id'] }) => {
  const { environment } = useView();
  const facts = useFacts(KINDS[answer], environment);
  return <FactLines facts={facts.slice(0, SHOWN)} />;
};
