import { describeParties, type Account } from 'backstage-plugin-infra-overview-common';
import { Lines, OutsideLink } from '../../kit';
import { useView, ViewSection } from '../../overview/context';
import {
  detailsColumn,
  fieldColumn,
  FieldFact,
  ifStated,
  type ItemColumn,
  ItemTable,
  nameColumn,
  Reference,
  Rules,
  type Shown,
  wordsColumn,
} from '../shared';

const COLUMNS: readonly ItemColumn<Account>[] = [
  nameColumn('Account'),
  fieldColumn('kind', 'Kind'),
  fieldColumn('provider', 'With'),
  ifStated(
    wordsColumn(
      'access',
      'Who is in',
      ({ access }) => access && access.length > 0 && describeParties(access),
    ),
  ),
  {
    id: 'rules',
    label: 'Rules',
    isSilent: ({ item: { rules, dataRules, wipe } }) =>
      rules === undefined && dataRules === undefined && wipe === undefined,
    cell: of => <AccountRules of={of} />,
  },
  {
    id: 'links',
    label: 'Ask or sign in',
    isSilent: ({ item: { request, signIn } }) => request === undefined && signIn === undefined,
    cell: of => <AccountLinks account={of.item} />,
  },
  detailsColumn('Also', ['purpose', 'eligibility', 'permissions', 'naming', 'lifecycle']),
];

/** Accounts with providers: who may have one, what may be in it, where to ask. */
export const AccountsSection = () => (
  <ViewSection id="accounts">
    <ItemTable
      caption="Accounts"
      list={useView().view.document.accounts}
      at="accounts"
      columns={COLUMNS}
    />
  </ViewSection>
);

function AccountRules({ of }: { readonly of: Shown<Account> }) {
  const { rules = [], dataRules = [], wipe, protectBy } = of.item;
  if (rules.length === 0 && dataRules.length === 0 && wipe === undefined) return <>–</>;
  return (
    <>
      {rules.length > 0 && (
        <Rules rules={rules} at={`${of.path}.rules`} label={`Rules of ${of.title}`} />
      )}
      {dataRules.length > 0 && (
        <Rules rules={dataRules} at={`${of.path}.dataRules`} label={`Data rules of ${of.title}`} />
      )}
      {wipe !== undefined && (
        <div>
          Contents are deleted: <FieldFact of={of} field="wipe" />
        </div>
      )}
      {protectBy !== undefined && (
        <div>
          To keep things: <Reference to={['procedures']} id={protectBy} orElse="words" />
        </div>
      )}
    </>
  );
}

function AccountLinks({ account: { request, signIn } }: { readonly account: Account }) {
  const links = [
    request !== undefined && (
      <OutsideLink key="request" href={request}>
        ask for one
      </OutsideLink>
    ),
    signIn !== undefined && (
      <OutsideLink key="sign-in" href={signIn}>
        sign in
      </OutsideLink>
    ),
  ].filter(Boolean);
  return links.length === 0 ? <>–</> : <Lines>{links}</Lines>;
}
