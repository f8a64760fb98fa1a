import { type Cost, describeMoney, statedBlock } from 'backstage-plugin-infra-overview-common';
import { useView, ViewSection } from '../../overview/context';
import {
  BlockFields,
  fieldColumn,
  ifStated,
  type ItemColumn,
  nameColumn,
  Rules,
  Sublist,
  wordsColumn,
} from '../shared';

type Limit = NonNullable<Cost['limits']>[number];

const LIMITS: readonly ItemColumn<Limit>[] = [
  nameColumn('Limit'),
  wordsColumn('limit', 'How much', ({ limit }) => describeMoney(limit)),
  ifStated(fieldColumn('appliesTo', 'For whom')),
  ifStated(fieldColumn('withoutApproval', 'Without asking')),
];

/** What may be spent, and who pays. */
export const CostSection = () => {
  const cost = statedBlock(useView().view.document.cost);
  return (
    <ViewSection id="cost">
      <BlockFields block={cost} at="cost" without={['limits', 'rules']} />
      {cost?.limits !== undefined && (
        <Sublist title="Limits" list={cost.limits} at="cost.limits" columns={LIMITS} />
      )}
      {cost?.rules !== undefined && (
        <>
          <h3>Rules about money</h3>
          <Rules rules={cost.rules} at="cost.rules" label="Rules about money" />
        </>
      )}
    </ViewSection>
  );
};
