import { anchorOf, DataTable } from '../../kit';
import { ObservedFacts } from '../../observed/facts/ObservedFacts';
import { useFacts } from '../../observed/facts/useFacts';
import { ViewSection } from '../../overview/context';
import { spokenColumns } from '../shared';
import { EnvironmentMatrix } from './EnvironmentMatrix';
import { ENVIRONMENT_COLUMNS } from './environmentColumns';
import { RefusedEnvironments } from './RefusedEnvironments';
import { ProcessTable } from './ProcessTable';
import { useEnvironmentViews } from './useEnvironmentViews';

/** Where it runs: compared first, then each environment, then what runs in it. */
export const EnvironmentsSection = () => {
  const environments = useEnvironmentViews();
  const facts = useFacts(['last-deploy', 'maintenance']);
  const rows = environments.map(({ environment }) => environment);
  return (
    <ViewSection id="environments" count={environments.length} summary={<EnvironmentMatrix />}>
      <EnvironmentMatrix />
      <h3>One by one</h3>
      <DataTable
        caption="Environments"
        columns={spokenColumns(ENVIRONMENT_COLUMNS, rows)}
        rows={rows}
        rowKey={of => of.path}
        rowId={of => anchorOf(of.path)}
      />
      <ObservedFacts facts={facts} />
      <RefusedEnvironments />
      <h3>What runs there</h3>
      <ProcessTable environments={environments} />
    </ViewSection>
  );
};
