import type { WindowsAnswer } from 'backstage-plugin-deploy-windows-common';
import { DataTable, ToneText } from 'backstage-plugin-infra-overview-react';
import { NothingDeclared } from '../../decision/NothingDeclared';
import { useTab } from '../TabContext';
import { windowColumns } from './windowColumns';

/** Every window of every level, outermost first, also those that do not govern this environment. */
export const WindowTable = ({ answer }: { readonly answer: WindowsAnswer }) => {
  const { environment, zone } = useTab();
  const { windows, lint } = answer;
  if (windows.length === 0) return <NothingDeclared environment={environment} />;
  const general = lint.filter(({ window }) => window === undefined);
  return (
    <>
      {general.map(({ code, text }) => (
        <p key={code + text}>
          <ToneText tone="warning">
            {text} ({code})
          </ToneText>
        </p>
      ))}
      <DataTable
        caption={`Windows of ${environment}`}
        columns={windowColumns(zone)}
        rows={windows}
        rowKey={({ key }) => key}
      />
    </>
  );
};
