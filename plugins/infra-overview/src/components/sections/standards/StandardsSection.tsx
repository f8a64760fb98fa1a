import type { Defaults } from 'backstage-plugin-infra-overview-common';
import { fieldLabel } from 'backstage-plugin-infra-overview-common';
import { useView, ViewSection } from '../../overview/context';
import { FilledIn } from './FilledIn';

const LISTS = [
  'environments',
  'processes',
  'addons',
  'backups',
  'domains',
  'logs',
  'monitors',
] as const satisfies readonly (keyof Defaults)[];

/** Values that are filled in where a project says nothing. They never make an item. */
export const StandardsSection = () => {
  const { defaults = {} } = useView().view.document;
  return (
    <ViewSection id="standards">
      {LISTS.map(list => {
        const entries = defaults[list];
        if (entries === undefined || entries.length === 0) return null;
        return (
          <FilledIn
            key={list}
            title={`For ${fieldLabel(list).toLowerCase()}`}
            entries={entries}
            at={`defaults.${list}`}
          />
        );
      })}
    </ViewSection>
  );
};
