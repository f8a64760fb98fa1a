import {
  describeParty,
  type Platform,
  type Tone,
  wordLabel,
} from 'backstage-plugin-infra-overview-common';
import { FactText, Lines, OutsideLink, StateChip } from '../../kit';
import { useView, ViewSection } from '../../overview/context';
import {
  detailsColumn,
  fieldColumn,
  ifStated,
  type ItemColumn,
  ItemName,
  ItemTable,
  wordsColumn,
} from '../shared';

const COLUMNS: readonly ItemColumn<Platform>[] = [
  {
    id: 'name',
    label: 'Platform',
    cell: of => (
      <ItemName of={of}>{of.item.id === '*' ? 'every other platform' : of.title}</ItemName>
    ),
  },
  {
    id: 'status',
    label: 'May projects use it',
    sortValue: of => of.item.status,
    cell: ({ item: { status } }) =>
      status === undefined ? (
        <FactText state="not-stated" />
      ) : (
        <StateChip label={wordLabel(status)} tone={toneOf(status)} />
      ),
  },
  ifStated(fieldColumn('useWhen', 'Use when')),
  ifStated(
    wordsColumn(
      'authorizations',
      'Authorisations',
      ({ authorizations }) =>
        authorizations && (
          <Lines>
            {authorizations.map(({ id, name, level, url }) => (
              <OutsideLink key={id} href={url}>
                {level === undefined ? name : `${name}, ${level}`}
              </OutsideLink>
            ))}
          </Lines>
        ),
    ),
  ),
  ifStated(fieldColumn('caveats', 'Mind')),
  ifStated(
    wordsColumn(
      'contact',
      'Who answers questions',
      ({ contact }) => contact && describeParty(contact),
    ),
  ),
  detailsColumn('Also', ['technology', 'runsOn', 'cost', 'certificates', 'provides']),
];

/** Where projects may run. */
export const PlatformsSection = () => (
  <ViewSection id="platforms">
    <ItemTable
      caption="Platforms"
      list={useView().view.document.platforms}
      at="platforms"
      columns={COLUMNS}
    />
  </ViewSection>
);

function toneOf(status: NonNullable<Platform['status']>): Tone {
  switch (status) {
    case 'preferred':
      return 'good';
    case 'allowed':
      return 'neutral';
    case 'legacy':
      return 'warning';
    case 'prohibited':
      return 'bad';
    default:
      throw new Error(status satisfies never);
  }
}
