import { SectionBoundary } from 'backstage-plugin-infra-overview-react';
import { ChecksTab } from './checks/ChecksTab';
import { ConfirmationsTab } from './ConfirmationsTab';
import { OwnershipTab } from './ownership/OwnershipTab';
import { PacksTab } from './packs/PacksTab';
import { ServicesTab } from './services/ServicesTab';
import { TabNavigation } from './TabNavigation';
import { usePageParameters, type TabName } from './usePageParameters';
import { WaiversTab } from './WaiversTab';
import styles from './Fleet.module.css';

/** Which service is ready and what is missing: all services, one check over all of them, what was waived and signed, who owns what. */
export const ReadinessPage = () => {
  const { tab } = usePageParameters();
  return (
    <div className={styles.page}>
      <TabNavigation />
      <SectionBoundary key={tab} title="This page">
        <Shown tab={tab} />
      </SectionBoundary>
    </div>
  );
};

function Shown({ tab }: { readonly tab: TabName }) {
  switch (tab) {
    case 'services':
      return <ServicesTab />;
    case 'checks':
      return <ChecksTab />;
    case 'waivers':
      return <WaiversTab />;
    case 'confirmations':
      return <ConfirmationsTab />;
    case 'ownership':
      return <OwnershipTab />;
    case 'packs':
      return <PacksTab />;
    default:
      throw new Error(tab satisfies never);
  }
}
