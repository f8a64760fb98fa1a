import { type Access, describeParty, statedBlock } from 'backstage-plugin-infra-overview-common';
import { useView, ViewSection } from '../../overview/context';
import { BlockFields, fieldColumn, ifStated, type ItemColumn, ItemName, Sublist } from '../shared';

type Person = NonNullable<Access['people']>[number];
type SystemUser = NonNullable<Access['systemUsers']>[number];

const PEOPLE: readonly ItemColumn<Person>[] = [
  {
    id: 'name',
    label: 'Who',
    cell: of => <ItemName of={of}>{describeParty(of.item.who)}</ItemName>,
  },
  fieldColumn('method', 'How they get in'),
  ifStated(fieldColumn('sudo', 'As root')),
  ifStated(fieldColumn('grants', 'What else they may do')),
];

const SYSTEM_USERS: readonly ItemColumn<SystemUser>[] = [
  { id: 'name', label: 'User', cell: of => <ItemName of={of} /> },
  ifStated(fieldColumn('purpose', 'What runs under it')),
  ifStated(fieldColumn('permissions', 'What it may do')),
  ifStated(fieldColumn('variant', 'Where it differs')),
];

/** Accounts on hosts. */
export const AccessSection = () => {
  const access = statedBlock(useView().view.document.access);
  return (
    <ViewSection id="access">
      <Sublist title="People" list={access?.people} at="access.people" columns={PEOPLE} />
      <Sublist
        title="Users that programs run under"
        list={access?.systemUsers}
        at="access.systemUsers"
        columns={SYSTEM_USERS}
      />
      <BlockFields block={access} at="access" without={['people', 'systemUsers']} />
    </ViewSection>
  );
};
