import {
  describeDate,
  describeFrequency,
  describeParties,
  storeLabel,
  type CredentialLocation,
} from 'backstage-plugin-infra-overview-common';
import { FactText, Lines, Muted } from '../kit';
import { useView, ViewSection } from '../overview/context';
import {
  FieldFact,
  fieldColumn,
  ItemTable,
  nameColumn,
  Reference,
  wordsColumn,
  type ItemColumn,
  type Shown,
} from './shared';

const COLUMNS: readonly ItemColumn<CredentialLocation>[] = [
  nameColumn('Credential'),
  { id: 'place', label: 'Where it lies', cell: of => <Place of={of} /> },
  wordsColumn(
    'access',
    'Who can read it',
    ({ access }) => access && access.length > 0 && describeParties(access),
  ),
  fieldColumn('delivery', 'How it arrives'),
  wordsColumn(
    'appliesTo',
    'Needed by',
    ({ appliesTo }) => appliesTo && <NeededBy targets={appliesTo} />,
  ),
  wordsColumn('rotation', 'Changed', ({ rotation }) => {
    if (rotation === undefined) return undefined;
    const { cadence, last } = rotation;
    return (
      <Lines>
        {[
          cadence === undefined ? 'no rhythm stated' : describeFrequency(cadence),
          last === undefined ? 'last time not stated' : `last on ${describeDate(last)}`,
        ]}
      </Lines>
    );
  }),
];

/** Where credentials lie and who may fetch them. There is no field for a value anywhere. */
export const CredentialsSection = () => (
  <ViewSection id="credentials">
    <p>
      <Muted>Only where they lie is written down: values are never stored here.</Muted>
    </p>
    <ItemTable
      caption="Credential locations"
      list={useView().view.document.credentialLocations}
      at="credentialLocations"
      columns={COLUMNS}
    />
  </ViewSection>
);

function Place({ of }: { readonly of: Shown<CredentialLocation> }) {
  const { store, ref, holder, since } = of.item;
  if (store === undefined && holder === undefined && ref === undefined)
    return <FactText state="not-stated" />;
  return (
    <Lines>
      {[
        store !== undefined && (
          <FieldFact key="store" of={of} field="store">
            {storeLabel(store)}
          </FieldFact>
        ),
        ref,
        holder !== undefined && `held by ${holder}`,
        since !== undefined && <Muted key="since">since {describeDate(since)}</Muted>,
      ].filter(Boolean)}
    </Lines>
  );
}

/** Add-ons by id; platforms and environments with their word before the colon. */
function NeededBy({ targets }: { readonly targets: readonly string[] }) {
  return (
    <Lines>
      {targets.map(target => {
        const [kind, name] = splitTarget(target);
        if (kind === 'platform')
          return (
            <span key={target}>
              platform <Reference to={['platforms']} id={name} orElse="words" />
            </span>
          );
        if (kind === 'environment')
          return (
            <span key={target}>
              environment <Reference to={['environments']} id={name} />
            </span>
          );
        return (
          <Reference
            key={target}
            to={['addons']}
            id={target}
            orElse={kind === undefined ? 'gap' : 'words'}
          />
        );
      })}
    </Lines>
  );
}

function splitTarget(target: string): readonly [kind: string | undefined, name: string] {
  const colon = target.indexOf(':');
  return colon === -1 ? [undefined, target] : [target.slice(0, colon), target.slice(colon + 1)];
}
