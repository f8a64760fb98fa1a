import { useApi } from '@backstage/core-plugin-api';
import { Button } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  readinessExportPermission,
  type ReadinessExport,
} from 'backstage-plugin-deploy-windows-common';
import { Muted, ToneText, failureOf } from 'backstage-plugin-infra-overview-react';
import { useId, useState } from 'react';
import { readinessApiRef } from '../../../api';
import { saveText } from '../../../lib/saveText';
import styles from '../Fleet.module.css';
import type { SubjectFilters } from './useSubjects';

const KINDS: readonly {
  readonly kind: ReadinessExport;
  readonly label: string;
  readonly type: string;
}[] = [
  { kind: 'csv', label: 'CSV', type: 'text/csv' },
  { kind: 'json', label: 'JSON', type: 'application/json' },
  { kind: 'md', label: 'Markdown', type: 'text/markdown' },
];

/** What the page shows, with its filters, as a file: every row, not only those on screen. */
export const Exports = ({ filters }: { readonly filters: SubjectFilters }) => {
  const api = useApi(readinessApiRef);
  const { loading, allowed, error } = usePermission({ permission: readinessExportPermission });
  const [pending, setPending] = useState<ReadinessExport>();
  const [failure, setFailure] = useState<string>();
  const why = useId();
  const isRefused = !loading && !allowed && error === undefined;
  const save = async (kind: ReadinessExport, type: string) => {
    setPending(kind);
    setFailure(undefined);
    try {
      saveText(`readiness.${kind}`, await api.exported(kind, filters), type);
    } catch (problem) {
      setFailure(failureOf(problem).message);
    } finally {
      setPending(undefined);
    }
  };
  return (
    <div className={styles.actions} role="group" aria-label="Save as a file">
      {KINDS.map(({ kind, label, type }) => (
        <Button
          key={kind}
          size="small"
          variant="secondary"
          iconStart={<RiDownloadLine aria-hidden />}
          isDisabled={loading || isRefused}
          isPending={pending === kind}
          onPress={() => save(kind, type)}
          {...(isRefused && { 'aria-describedby': why })}
        >
          {label}
        </Button>
      ))}
      {isRefused && (
        <span id={why}>
          <Muted>You may not save it as a file ({readinessExportPermission.name}).</Muted>
        </span>
      )}
      {failure !== undefined && (
        <span role="alert">
          <ToneText tone="bad">No file: {failure}</ToneText>
        </span>
      )}
    </div>
  );
};
