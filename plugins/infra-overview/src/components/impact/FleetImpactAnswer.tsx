import { Button, Skeleton } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { impactMarkdown, type FleetImpact } from 'backstage-plugin-infra-overview-common';
import { FailedRequest } from 'backstage-plugin-infra-overview-react';
import { CopyButton, Muted } from '../kit';
import { impactCsv } from './impactCsv';
import { ImpactedProject } from './ImpactedProject';
import styles from './Impact.module.css';
import { useFleetImpact } from './useFleetImpact';

/** Project by project, then whom to tell. */
export const FleetImpactAnswer = ({ of }: { readonly of: string }) => {
  const { impact, isLoading, error, more } = useFleetImpact(of);
  return (
    <>
      <span role="status">
        <Muted>{isLoading ? 'Looking through the projects' : countWords(impact)}</Muted>
      </span>
      {error !== undefined && (
        <FailedRequest title="The projects could not be asked" error={error} onRetry={more} />
      )}
      {isLoading && impact === undefined && <Skeleton height="8rem" />}
      {impact !== undefined && impact.affected.length > 0 && (
        <>
          <div className={styles.tools}>
            <CopyButton label="Copy link" text={() => window.location.href} />
            <CopyButton label="Copy answer as Markdown" text={() => impactMarkdown(impact)} />
            <Button
              variant="secondary"
              size="small"
              iconStart={<RiDownloadLine aria-hidden />}
              onPress={() => save(impactCsv(impact))}
            >
              Download as CSV
            </Button>
          </div>
          <ul className={styles.projects} aria-label="Projects it reaches">
            {impact.affected.map(project => (
              <ImpactedProject key={project.entityRef} project={project} of={of} />
            ))}
          </ul>
        </>
      )}
      {impact?.hasMore === true && (
        <Button variant="secondary" onPress={more} isPending={isLoading}>
          Show more projects it reaches
        </Button>
      )}
      {impact !== undefined && impact.tell.length > 0 && (
        <div className={styles.part}>
          <h3>Whom to tell</h3>
          <ul className={styles.list}>
            {impact.tell.map(party => (
              <li key={party}>{party}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
};

function countWords(impact: FleetImpact | undefined): string {
  if (impact === undefined) return '';
  const { affected, hasMore } = impact;
  if (affected.length === 0)
    return hasMore ? 'none so far' : 'No project that you may see names it.';
  const words = affected.length === 1 ? '1 project' : `${affected.length} projects`;
  return hasMore ? `the first ${words}` : words;
}

function save(text: string) {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'impact.csv';
  link.click();
  URL.revokeObjectURL(address);
}
