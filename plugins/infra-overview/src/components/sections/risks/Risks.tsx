import { describeDate, describeParty, type Risk } from 'backstage-plugin-infra-overview-common';
import { useMemo } from 'react';
import { StateChip } from '../../kit';
import { useView, ViewSection } from '../../overview/context';
import { shownItems, type Shown } from '../shared';
import styles from '../shared/shared.module.css';
import { Entry } from './Entry';

const FIELDS = ['trigger', 'likelihood', 'impact', 'mitigation'];

/** What could go wrong; what somebody decided to live with comes after what nobody did. */
export const Risks = () => {
  const { view } = useView();
  const risks = useMemo(() => shownItems(view.document.risks, 'risks', view.origins), [view]);
  const open = risks.filter(({ item }) => item.accepted === undefined);
  const accepted = risks.filter(({ item }) => item.accepted !== undefined);
  return (
    <ViewSection id="risks">
      {open.length > 0 && <RiskList label={`Open (${open.length})`} risks={open} />}
      {accepted.length > 0 && <RiskList label={`Accepted (${accepted.length})`} risks={accepted} />}
    </ViewSection>
  );
};

function RiskList({
  label,
  risks,
}: {
  readonly label: string;
  readonly risks: readonly Shown<Risk>[];
}) {
  return (
    <>
      <h3>{label}</h3>
      <ul className={styles.items} aria-label={`Risks: ${label}`}>
        {risks.map(of => (
          <Entry key={of.path} of={of} fields={FIELDS} chips={<AcceptedChip risk={of.item} />} />
        ))}
      </ul>
    </>
  );
}

function AcceptedChip({ risk: { accepted } }: { readonly risk: Risk }) {
  if (accepted === undefined) return null;
  const until =
    accepted.until === undefined ? ', no end stated' : ` until ${describeDate(accepted.until)}`;
  const why = accepted.reason === undefined ? '' : `: ${accepted.reason}`;
  return <StateChip label={`accepted by ${describeParty(accepted.by)}${until}${why}`} />;
}
