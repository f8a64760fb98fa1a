import {
  describeHosting,
  type Environment,
  type Hosting,
  stageOf,
  statedBlock,
  wordLabel,
} from 'backstage-plugin-infra-overview-common';
import { Lines, Muted } from '../../kit';
import { useView } from '../../overview/context';
import {
  fieldColumn,
  FieldFact,
  findItem,
  ifStated,
  type ItemColumn,
  nameColumn,
  Reference,
  Rules,
  wordsColumn,
} from '../shared';

/** What an environment is, at a glance. */
export const ENVIRONMENT_COLUMNS: readonly ItemColumn<Environment>[] = [
  nameColumn('Environment'),
  { id: 'stage', label: 'Stage', cell: of => <StageWords environment={of.item} /> },
  wordsColumn('hosting', 'Runs on', ({ hosting }) => hosting && <HostingWords hosting={hosting} />),
  wordsColumn('exposure', 'Who can reach it', ({ exposure }) => {
    const stated = statedBlock(exposure);
    if (stated === undefined) return undefined;
    const { level, expected, how } = stated;
    return (
      <Lines>
        {[
          level === undefined ? 'level not stated' : wordLabel(level),
          expected !== undefined && expected !== level
            ? `should be: ${wordLabel(expected)}`
            : undefined,
          how,
        ].filter(line => line !== undefined)}
      </Lines>
    );
  }),
  {
    id: 'data',
    label: 'Data rules',
    cell: of => (
      <>
        {of.item.dataRules === undefined && <FieldFact of={of} field="dataRules" />}
        {of.item.dataRules !== undefined && (
          <Rules
            rules={of.item.dataRules}
            at={`${of.path}.dataRules`}
            label={`Data rules of ${of.title}`}
          />
        )}
        {of.item.wipe !== undefined && (
          <div>
            Contents are deleted: <FieldFact of={of} field="wipe" />
          </div>
        )}
      </>
    ),
  },
  ifStated(fieldColumn('url', 'Address')),
];

/** A stage nobody stated is guessed from the name, and says so. */
function StageWords({ environment }: { readonly environment: Environment }) {
  const { stage, guessed } = stageOf(environment);
  return (
    <>
      {wordLabel(stage)} {guessed && <Muted>guessed from the name</Muted>}
    </>
  );
}

function HostingWords({ hosting }: { readonly hosting: Hosting }) {
  const holder = useView();
  const words = describeHosting(hosting);
  const { platform, isolation, stack, os, accountRef } = hosting;
  const described = platform !== undefined && findItem('platforms', platform, holder) !== undefined;
  const lines = [
    words === '' ? 'platform not stated' : words,
    described && (
      <span key="platform">
        platform: <Reference to={['platforms']} id={platform} />
      </span>
    ),
    [stack, os].filter(Boolean).join(', '),
    isolation,
    accountRef !== undefined && (
      <span key="account">
        account: <Reference to={['accounts']} id={accountRef} />
      </span>
    ),
  ];
  return <Lines>{lines.filter(Boolean)}</Lines>;
}
