import { DataTable } from '../../kit';
import { useView, ViewSection } from '../../overview/context';
import { useEnvironmentViews } from '../environments/useEnvironmentViews';
import { DEPLOY_COLUMNS } from './deployColumns';
import { EnvironmentWindows } from './EnvironmentWindows';
import { PolicyRules } from './PolicyRules';

/** How new versions get into each environment, when, and by whose rules. */
export const DeploysSection = () => {
  const environments = useEnvironmentViews();
  const { deployPolicy } = useView().view.document;
  return (
    <ViewSection id="deploys" draw={environments.length > 0 ? 'always' : 'when-stated'}>
      {environments.length > 0 && (
        <DataTable
          caption="Deploys by environment"
          columns={DEPLOY_COLUMNS}
          rows={environments}
          rowKey={({ environment }) => environment.path}
        />
      )}
      {environments.map(of => (
        <EnvironmentWindows key={of.environment.path} of={of} />
      ))}
      {deployPolicy !== undefined && <PolicyRules policy={deployPolicy} />}
    </ViewSection>
  );
};
