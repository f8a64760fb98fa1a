import { type Network, statedBlock } from 'backstage-plugin-infra-overview-common';
import { useView, ViewSection } from '../../overview/context';
import { BlockFields, fieldColumn, nameColumn, Sublist, type ItemColumn } from '../shared';

type SecurityGroup = NonNullable<Network['securityGroups']>[number];

const GROUPS: readonly ItemColumn<SecurityGroup>[] = [
  nameColumn('Group'),
  fieldColumn('rule', 'What it lets through'),
];

/** How the network is closed off. */
export const NetworkSection = () => {
  const network = statedBlock(useView().view.document.network);
  return (
    <ViewSection id="network">
      <BlockFields block={network} at="network" without={['securityGroups']} />
      {network?.securityGroups !== undefined && (
        <Sublist
          title="Security groups"
          list={network.securityGroups}
          at="network.securityGroups"
          columns={GROUPS}
        />
      )}
    </ViewSection>
  );
};
