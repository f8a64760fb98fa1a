import {
  describeLead,
  describeParties,
  type Audience,
  type DeployPolicy,
} from 'backstage-plugin-infra-overview-common';
import { useView } from '../../overview/context';
import {
  BlockFields,
  detailsColumn,
  fieldColumn,
  ifStated,
  type ItemColumn,
  nameColumn,
  Sublist,
  wordsColumn,
} from '../shared';
import { WindowTable } from './WindowTable';

const AUDIENCE_COLUMNS: readonly ItemColumn<Audience>[] = [
  nameColumn('Audience'),
  fieldColumn('reason', 'Why they want to know'),
  wordsColumn(
    'contacts',
    'Who must have been told',
    ({ contacts }) => contacts && describeParties(contacts),
  ),
  ifStated(fieldColumn('channel', 'How')),
  wordsColumn('lead', 'How long before', ({ lead }) => lead && describeLead(lead)),
  detailsColumn('Also', ['require', 'timeZone', 'holidays']),
];

const TABLES = ['audiences', 'windows', 'freezes'];

/** What holds for every environment: audiences, windows, and who may set rules aside. */
export const PolicyRules = ({ policy }: { readonly policy: DeployPolicy }) => {
  return (
    <>
      <h3>Rules for all environments</h3>
      <BlockFields block={policy} at="deployPolicy" without={TABLES} />
      <Sublist
        title="Who is told"
        list={policy.audiences}
        at="deployPolicy.audiences"
        columns={AUDIENCE_COLUMNS}
      />
      <h3>Windows for all environments</h3>
      <WindowTable
        caption="Windows for all environments"
        view={useView().view}
        lists={[
          { label: 'Windows', list: policy.windows, at: 'deployPolicy.windows' },
          { label: 'Freezes', list: policy.freezes, at: 'deployPolicy.freezes' },
        ]}
      />
    </>
  );
};
