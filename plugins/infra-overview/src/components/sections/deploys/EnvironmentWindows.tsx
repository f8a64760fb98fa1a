import { factAt, statedBlock } from 'backstage-plugin-infra-overview-common';
import { FactText } from '../../kit';
import type { EnvironmentView } from '../environments/useEnvironmentViews';
import { WindowTable, type WindowList } from './WindowTable';

/** Windows, freezes and busy hours of one environment. Where nobody wrote of any of them, one line says so. */
export const EnvironmentWindows = ({ of }: { readonly of: EnvironmentView }) => {
  const { environment, view } = of;
  const deploy = statedBlock(environment.item.deploy);
  if (deploy === undefined) return null;
  const at = `${environment.path}.deploy`;
  const lists: readonly WindowList[] = [
    { label: 'Windows', list: deploy.windows, at: `${at}.windows` },
    { label: 'Freezes', list: deploy.freezes, at: `${at}.freezes` },
    { label: 'Busy hours', list: deploy.busyHours, at: `${at}.busyHours` },
  ];
  if (lists.every(list => factAt(view, list.at).state === 'not-stated')) {
    return (
      <p>
        Windows, freezes and busy hours of {environment.title}: <FactText state="not-stated" />
      </p>
    );
  }
  return (
    <>
      <h3>Windows of {environment.title}</h3>
      <WindowTable caption={`Windows of ${environment.title}`} lists={lists} view={view} />
    </>
  );
};
