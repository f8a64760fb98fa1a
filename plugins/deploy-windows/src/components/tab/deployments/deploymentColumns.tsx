import type { DeploymentAnswer } from 'backstage-plugin-deploy-windows-common';
import {
  Lines,
  Muted,
  StateChip,
  ToneText,
  type DataColumn,
} from 'backstage-plugin-infra-overview-react';
import { formatInstant } from '../../../time/formatInstant';

export function deploymentColumns(zone: string): readonly DataColumn<DeploymentAnswer>[] {
  return [
    {
      id: 'when',
      label: `Started (${zone})`,
      cell: ({ startedAt }) => <time dateTime={startedAt}>{formatInstant(startedAt, zone)}</time>,
      sortValue: ({ startedAt }) => Date.parse(startedAt),
    },
    {
      id: 'what',
      label: 'What',
      cell: ({ version, changeType }) => (
        <Lines>
          {[
            version ?? <Muted key="version">version not stated</Muted>,
            ...(changeType === 'deploy' ? [] : [changeType]),
          ]}
        </Lines>
      ),
    },
    { id: 'who', label: 'Who', cell: ({ by, source }) => by ?? source },
    { id: 'permit', label: 'Permit', cell: deployment => <PermitCell deployment={deployment} /> },
    { id: 'took', label: 'Took', cell: ({ took }) => took ?? <Muted>not known</Muted> },
    {
      id: 'result',
      label: 'Result',
      cell: deployment => <ResultCell deployment={deployment} zone={zone} />,
    },
    { id: 'note', label: 'Note', cell: ({ note }) => note ?? <Muted>none</Muted> },
  ];
}

function PermitCell({
  deployment: { unpermitted, permitId },
}: {
  readonly deployment: DeploymentAnswer;
}) {
  if (unpermitted) return <StateChip label="No permit" tone="bad" />;
  return (
    <StateChip label="Permit" tone="good" {...(permitId !== undefined && { title: permitId })} />
  );
}

function ResultCell({
  deployment,
  zone,
}: {
  readonly deployment: DeploymentAnswer;
  readonly zone: string;
}) {
  const { result, causedErrors, overrunSince } = deployment;
  const lines = [
    <ToneText key="result" tone={toneOf(result)}>
      {result}
    </ToneText>,
    ...(causedErrors
      ? [
          <ToneText key="errors" tone="bad">
            requests failed while it ran
          </ToneText>,
        ]
      : []),
    ...(overrunSince === undefined
      ? []
      : [
          <ToneText key="overrun" tone="warning">
            past its end since {formatInstant(overrunSince, zone)}
          </ToneText>,
        ]),
  ];
  return <Lines>{lines}</Lines>;
}

function toneOf(result: DeploymentAnswer['result']) {
  switch (result) {
    case 'succeeded':
      return 'good';
    case 'failed':
      return 'bad';
    case 'cancelled':
      return 'warning';
    case 'running':
      return 'neutral';
    default:
      throw new Error(result satisfies never);
  }
}
