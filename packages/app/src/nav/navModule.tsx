import { createFrontendModule, type ExtensionDefinition } from '@backstage/frontend-plugin-api';
import { NavContentBlueprint } from '@backstage/plugin-app-react';
import { PortalSidebar } from './PortalSidebar';

const navContent = NavContentBlueprint.make({
  params: {
    component: ({ navItems }) => <PortalSidebar navItems={navItems} />,
  },
});

// A cast, because exactOptionalPropertyTypes takes the `name: undefined` of a nameless extension for a wrong name.
const extensions: readonly unknown[] = [navContent];

export const navModule = createFrontendModule({
  pluginId: 'app',
  extensions: extensions as ExtensionDefinition[],
});
