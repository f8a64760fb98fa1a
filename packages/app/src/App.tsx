import { createApp } from '@backstage/frontend-defaults';
import { navModule } from './nav/navModule';

// Plugins are discovered from package.json (app.packages in app-config.yaml); only what is ours alone is named here.
export default createApp({ features: [navModule] });
