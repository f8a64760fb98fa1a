import {
  type Deploy,
  describeDeploy,
  describeDuration,
  describeParties,
  type Environment,
  statedBlock,
  wordLabel,
} from 'backstage-plugin-infra-overview-common';
import type { ReactNode } from 'react';
import { FactText, Lines, OutsideLink } from '../../kit';
import { ItemName, Reference, shownItem, FieldFact, type Shown } from '../shared';
import type { EnvironmentView } from '../environments/useEnvironmentViews';
import type { DataColumn } from '../../kit';

type DeployRow = EnvironmentView;

/** How new versions get into each environment. */
export const DEPLOY_COLUMNS: readonly DataColumn<DeployRow>[] = [
  {
    id: 'environment',
    label: 'Environment',
    cell: ({ environment }) => <ItemName of={environment} />,
  },
  column('starts', 'Started by', deploy => describeDeploy(deploy.item)),
  column('approvals', 'Who must say yes', deploy => (
    <FieldFact of={deploy} field="approvals">
      {deploy.item.approvals && describeParties(deploy.item.approvals)}
    </FieldFact>
  )),
  column('procedure', 'How', deploy => <HowTo of={deploy} />),
  column('impact', 'What users notice', deploy => {
    const { impact, expectedDuration } = deploy.item;
    return (
      <Lines>
        {[
          <FieldFact key="impact" of={deploy} field="impact">
            {impact && wordLabel(impact)}
          </FieldFact>,
          expectedDuration !== undefined && `takes ${describeDuration(expectedDuration)}`,
        ].filter(Boolean)}
      </Lines>
    );
  }),
  column('rules', 'Rules', deploy => <RuleWords deploy={deploy.item} />),
];

/** A cell over a deploy that is stated; the three kinds of empty are said once, in the first of them. */
function column(
  id: string,
  label: string,
  cell: (deploy: Shown<Deploy>) => ReactNode,
): DataColumn<DeployRow> {
  return {
    id,
    label,
    minWidth: '7rem',
    cell: ({ environment, view }) => {
      const deploy = statedBlock(environment.item.deploy);
      if (deploy !== undefined)
        return cell(shownItem(deploy, `${environment.path}.deploy`, view.origins));
      return id === 'starts' ? <NoDeploy environment={environment} /> : '–';
    },
  };
}

function NoDeploy({ environment }: { readonly environment: Shown<Environment> }) {
  return environment.item.deploy === 'none' ? (
    <FactText state="none" text="never deployed to" />
  ) : (
    <FieldFact of={environment} field="deploy" />
  );
}

function HowTo({ of }: { readonly of: Shown<Deploy> }) {
  const { procedure, rollback, pipeline, strategy, command } = of.item;
  return (
    <Lines>
      {[
        procedure === undefined ? (
          <FactText key="procedure" state="not-stated" text="procedure not stated" />
        ) : (
          <Reference key="procedure" to={['procedures']} id={procedure} />
        ),
        rollback !== undefined && (
          <span key="rollback">
            way back: <Reference to={['procedures']} id={rollback} />
          </span>
        ),
        strategy !== undefined && wordLabel(strategy),
        command !== undefined && <code key="command">{command}</code>,
        pipeline !== undefined && (
          <OutsideLink key="pipeline" href={pipeline}>
            pipeline
          </OutsideLink>
        ),
      ].filter(Boolean)}
    </Lines>
  );
}

function RuleWords({ deploy }: { readonly deploy: Deploy }) {
  const { openByDefault, unreadable = [], limits } = deploy;
  const lines = [
    openByDefault !== undefined &&
      `${openByDefault ? 'open' : 'closed'} where no window is declared`,
    limits?.maxPerOpening !== undefined && `at most ${limits.maxPerOpening} an opening`,
    limits?.minGap !== undefined && `${describeDuration(limits.minGap)} between two`,
    unreadable.length > 0 && `could not be read, the strictest holds: ${unreadable.join(', ')}`,
  ].filter(line => line !== false);
  return lines.length === 0 ? <>–</> : <Lines>{lines}</Lines>;
}
