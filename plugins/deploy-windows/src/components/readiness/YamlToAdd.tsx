import { CopyButton, OutsideLink } from 'backstage-plugin-infra-overview-react';
import styles from './Readiness.module.css';

export interface YamlToAddProps {
  readonly label: string;
  readonly yaml: string;
  /** Where the file is edited. */
  readonly href?: string | undefined;
}

/** Lines for the entity's file, to copy. */
export const YamlToAdd = ({ label, yaml, href }: YamlToAddProps) => (
  <div className={styles.yaml}>
    {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling box must be reachable by keyboard */}
    <pre className={styles.code} tabIndex={0} role="group" aria-label={label}>
      {yaml}
    </pre>
    <div className={styles.buttons}>
      <CopyButton label="Copy" text={() => yaml} />
      {href !== undefined && <OutsideLink href={href}>Open the file</OutsideLink>}
    </div>
  </div>
);
