import {
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarScrollWrapper,
  SidebarSpace,
} from '@backstage/core-components';
import type { NavContentComponentProps } from '@backstage/plugin-app-react';
import { SidebarSearchModal } from '@backstage/plugin-search';
import { UserSettingsSignInAvatar } from '@backstage/plugin-user-settings';
import { RiMenuLine, RiSearchLine } from '@remixicon/react';
import { SidebarLogo } from './SidebarLogo';

/** Search, then infrastructure and deploys of all projects, then the catalog; everything else that plugins bring follows by title. */
export const PortalSidebar = ({ navItems }: Pick<NavContentComponentProps, 'navItems'>) => {
  const nav = navItems.withComponent(item => (
    <SidebarItem icon={() => item.icon} to={item.href} text={item.title} />
  ));
  nav.take('page:search'); // the sidebar has the search dialog instead

  return (
    <Sidebar>
      <SidebarLogo />
      <SidebarGroup label="Search" icon={<RiSearchLine />} to="/search">
        <SidebarSearchModal />
      </SidebarGroup>
      <SidebarDivider />
      <SidebarGroup label="Menu" icon={<RiMenuLine />}>
        {nav.take('page:infra-overview')}
        {nav.take('page:deploy-windows')}
        {nav.take('page:deploy-windows/readiness')}
        {nav.take('page:catalog')}
        <SidebarScrollWrapper>{nav.rest({ sortBy: 'title' })}</SidebarScrollWrapper>
      </SidebarGroup>
      <SidebarSpace />
      <SidebarDivider />
      <SidebarGroup label="Settings" icon={<UserSettingsSignInAvatar />} to="/settings">
        {nav.take('page:user-settings')}
      </SidebarGroup>
    </Sidebar>
  );
};
