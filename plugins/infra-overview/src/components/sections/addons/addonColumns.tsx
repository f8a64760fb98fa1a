import { productName, type Addon } from 'backstage-plugin-infra-overview-common';
import { Lines, Muted, ToneText } from '../../kit';
import {
  detailsColumn,
  fieldColumn,
  ifStated,
  FieldFact,
  ItemName,
  Reference,
  References,
  wordsColumn,
  type ItemColumn,
  type Shown,
} from '../shared';
import { describeAvailability } from './describeAvailability';

const NAME: ItemColumn<Addon> = {
  id: 'name',
  label: 'Add-on',
  sortValue: of => of.title,
  cell: of => <AddonName of={of} />,
};

/** The product is what people call it; the author's id beside it when the two differ. */
function AddonName({ of }: { readonly of: Shown<Addon> }) {
  const { id, product, role } = of.item;
  const remarks = [
    product !== undefined && productName(product).toLowerCase() !== id && id,
    role === 'backup' && 'stands in for another',
  ].filter(remark => remark !== false);
  return <ItemName of={of} remark={remarks.length > 0 && <Muted>{remarks.join(', ')}</Muted>} />;
}

const AVAILABILITY = wordsColumn<Addon>('availability', 'Availability', ({ availability }) => {
  const lines = availability === undefined ? [] : describeAvailability(availability);
  if (lines.length === 0) return undefined;
  return (
    <Lines>
      {lines.map(({ text, tone }) => (
        <ToneText key={text} tone={tone}>
          {text}
        </ToneText>
      ))}
    </Lines>
  );
});

const WAY_IN: ItemColumn<Addon> = {
  id: 'access',
  label: 'The way in',
  cell: of => (
    <Lines>
      {[
        <FieldFact key="access" of={of} field="access" />,
        ...(of.item.credentials === undefined
          ? []
          : [
              <span key="credentials">
                credentials: <References to={['credentialLocations']} ids={of.item.credentials} />
              </span>,
            ]),
      ]}
    </Lines>
  ),
};

const DETAILS = detailsColumn<Addon>('Also', [
  'operatedBy',
  'count',
  'perEnvironment',
  'limits',
  'receives',
  'cost',
]);

const ALSO: ItemColumn<Addon> = {
  ...DETAILS,
  isSilent: of => of.item.storedIn === undefined && DETAILS.isSilent?.(of) === true,
  cell: of => (
    <>
      {of.item.storedIn !== undefined && (
        <div>
          keeps its data in <Reference to={['addons']} id={of.item.storedIn} />
        </div>
      )}
      {(of.item.storedIn === undefined || DETAILS.isSilent?.(of) === false) && DETAILS.cell(of)}
    </>
  ),
};

/** Of a project: what it talks to or stands on. */
export const ADDON_COLUMNS: readonly ItemColumn<Addon>[] = [
  NAME,
  ifStated(fieldColumn('plan', 'Plan')),
  fieldColumn('purpose', 'What for'),
  AVAILABILITY,
  WAY_IN,
  ALSO,
];

/** Of a standard: what projects are given or may choose. */
export const OFFER_COLUMNS: readonly ItemColumn<Addon>[] = [
  NAME,
  fieldColumn('category', 'Kind'),
  fieldColumn('purpose', 'What for'),
  ifStated(fieldColumn('useWhen', 'Use when')),
  ifStated(fieldColumn('rationale', 'Why')),
  detailsColumn('Also', ['plan', 'operatedBy', 'installedBy', 'limits', 'features', 'cost']),
];
