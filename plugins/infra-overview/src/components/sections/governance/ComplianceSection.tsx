import { type Compliance, statedBlock } from 'backstage-plugin-infra-overview-common';
import { useView, ViewSection } from '../../overview/context';
import { LINK_COLUMNS } from '../knowledge/linkColumns';
import {
  BlockFields,
  fieldColumn,
  ifStated,
  type ItemColumn,
  nameColumn,
  Sublist,
} from '../shared';

type DataClass = NonNullable<Compliance['dataClasses']>[number];
type AtoRule = NonNullable<Compliance['atoRules']>[number];

const DATA_CLASSES: readonly ItemColumn<DataClass>[] = [
  nameColumn('Data'),
  fieldColumn('sensitive', 'Sensitive'),
];
const ATO_RULES: readonly ItemColumn<AtoRule>[] = [
  nameColumn('Rule'),
  ifStated(fieldColumn('condition', 'Only when')),
  ifStated(fieldColumn('rationale', 'Why')),
];

/** Laws and standards it is held to. */
export const ComplianceSection = () => {
  const compliance = statedBlock(useView().view.document.compliance);
  const { dataClasses, atoRules, documents } = compliance ?? {};
  return (
    <ViewSection id="compliance">
      <BlockFields
        block={compliance}
        at="compliance"
        without={['dataClasses', 'atoRules', 'documents']}
      />
      <Sublist
        title="Data it holds"
        list={dataClasses}
        at="compliance.dataClasses"
        columns={DATA_CLASSES}
      />
      {atoRules !== undefined && (
        <Sublist
          title="Rules of the authority to operate"
          list={atoRules}
          at="compliance.atoRules"
          columns={ATO_RULES}
        />
      )}
      {documents !== undefined && (
        <Sublist
          title="Where it is written down"
          list={documents}
          at="compliance.documents"
          columns={LINK_COLUMNS}
        />
      )}
    </ViewSection>
  );
};
