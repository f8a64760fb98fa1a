import {
  describeParty,
  type EscalationStep,
  statedBlock,
  type Support,
} from 'backstage-plugin-infra-overview-common';
import { useView, ViewSection } from '../../overview/context';
import {
  BlockFields,
  fieldColumn,
  ifStated,
  type ItemColumn,
  ItemName,
  nameColumn,
  Sublist,
} from '../shared';

type Contact = NonNullable<Support['contacts']>[number];
type SupportChannel = NonNullable<Support['channels']>[number];

const CONTACTS: readonly ItemColumn<Contact>[] = [
  {
    id: 'name',
    label: 'Who',
    cell: of => <ItemName of={of}>{describeParty(of.item.who)}</ItemName>,
  },
  fieldColumn('for', 'What about'),
];
const CHANNELS: readonly ItemColumn<SupportChannel>[] = [
  nameColumn('Where'),
  fieldColumn('for', 'What about'),
  ifStated(fieldColumn('url', 'Address')),
];
const ESCALATION: readonly ItemColumn<EscalationStep>[] = [
  {
    id: 'name',
    label: 'Who is asked',
    cell: of => <ItemName of={of}>{describeParty(of.item.to)}</ItemName>,
  },
  fieldColumn('for', 'When this is broken'),
  fieldColumn('after', 'When nobody helped for'),
];

/** Who helps, when and how fast. */
export const SupportSection = () => {
  const support = statedBlock(useView().view.document.support);
  return (
    <ViewSection id="support">
      <BlockFields block={support} at="support" without={['contacts', 'channels', 'escalation']} />
      <Sublist title="Contacts" list={support?.contacts} at="support.contacts" columns={CONTACTS} />
      <Sublist
        title="Where one asks"
        list={support?.channels}
        at="support.channels"
        columns={CHANNELS}
      />
      <Sublist
        title="When nobody helped"
        list={support?.escalation}
        at="support.escalation"
        columns={ESCALATION}
      />
    </ViewSection>
  );
};
