import {
  describeParties,
  describeSchedule,
  wordLabel,
  type DeclaredWindow,
} from 'backstage-plugin-infra-overview-common';
import { FactText, Lines, Muted, StateChip, ToneText } from '../../kit';
import { FieldFact, ItemName, Reference, type ItemColumn, type Shown } from '../shared';

/** Windows and freezes in words. `policyZone` is the zone of windows that name none. */
export function windowColumns(
  policyZone: string | undefined,
): readonly ItemColumn<DeclaredWindow>[] {
  return [
    { id: 'name', label: 'Window', cell: of => <ItemName of={of} /> },
    { id: 'kind', label: 'What it does', cell: of => <KindChip of={of} /> },
    {
      id: 'when',
      label: 'When',
      minWidth: '11rem',
      cell: of => <When of={of} policyZone={policyZone} />,
    },
    {
      id: 'audience',
      label: 'For whom',
      minWidth: '6.5rem',
      isSilent: of => of.item.audience === undefined,
      cell: ({ item: { audience } }) =>
        audience === undefined ? '–' : <Reference to={['deployPolicy.audiences']} id={audience} />,
    },
    {
      id: 'why',
      label: 'Why',
      minWidth: '6.5rem',
      cell: of => <FieldFact of={of} field="reason" />,
    },
    {
      id: 'override',
      label: 'Who may set it aside',
      isSilent: ({ item: { hard, overridableBy } }) =>
        hard === undefined && overridableBy === undefined,
      cell: of => <Overriding window={of.item} />,
    },
  ];
}

function KindChip({ of }: { readonly of: Shown<DeclaredWindow> }) {
  const { kind } = of.item;
  if (kind === undefined) return <FactText state="not-stated" text="kind not stated: it holds" />;
  return <StateChip label={wordLabel(kind)} tone={kind === 'freeze' ? 'warning' : 'neutral'} />;
}

interface WhenProps {
  readonly of: Shown<DeclaredWindow>;
  readonly policyZone: string | undefined;
}

/** Nothing is guessed: what could not be read says so, what the author assumed is marked. */
function When({ of, policyZone }: WhenProps) {
  const { unreadable, derived, changeTypes = [], holidays } = of.item;
  return (
    <Lines>
      {[
        describeSchedule(of.item, policyZone),
        unreadable !== undefined && (
          <ToneText key="unreadable" tone="bad">
            could not be read: {unreadable}
          </ToneText>
        ),
        derived === true && (
          <ToneText key="derived" tone="unknown">
            assumed, not stated in the source
          </ToneText>
        ),
        changeTypes.length > 0 && `only for: ${changeTypes.join(', ')}`,
        holidays !== undefined && <Muted key="holidays">holidays: {holidays.set}</Muted>,
      ].filter(Boolean)}
    </Lines>
  );
}

function Overriding({ window }: { readonly window: DeclaredWindow }) {
  const { hard, overridableBy = [] } = window;
  if (overridableBy.length > 0) return <>{describeParties(overridableBy)}</>;
  return <>{hard === true ? 'nobody' : '–'}</>;
}
