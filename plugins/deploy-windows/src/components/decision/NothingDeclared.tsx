import { useEntity } from '@backstage/plugin-catalog-react';
import { CopyButton, Fold, OutsideLink } from 'backstage-plugin-infra-overview-react';
import { windowSnippet } from '../../lib/snippet';
import { reader } from '../../time/reader';
import styles from './Verdict.module.css';

const EDIT_URL = 'backstage.io/edit-url';

export interface NothingDeclaredProps {
  /** Which environments are open because of it; none are known on a card of an entity without a document. */
  readonly environment?: string;
}

/** No windows: deploys are allowed, and here is how to change that. */
export const NothingDeclared = ({ environment = 'production' }: NothingDeclaredProps) => {
  const { entity } = useEntity();
  const text = windowSnippet(reader.zone);
  return (
    <div className={styles.declare}>
      <p>
        No windows are declared. Deploys to {environment} are allowed at any time, as far as anybody
        has written down.
      </p>
      <Fold label={`How to declare one for ${entity.metadata.title ?? entity.metadata.name}`}>
        <p>
          Add this to the entity&apos;s file in its repository. It is reviewed like code, and in
          force about a minute after it is merged.
        </p>
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling box must be reachable by keyboard */}
        <pre className={styles.code} tabIndex={0} role="group" aria-label="A window to start with">
          {text}
        </pre>
        <div className={styles.buttons}>
          <CopyButton label="Copy" text={() => text} />
          <OutsideLink href={entity.metadata.annotations?.[EDIT_URL]}>
            {entity.metadata.annotations?.[EDIT_URL] !== undefined && 'Edit the file'}
          </OutsideLink>
        </div>
      </Fold>
    </div>
  );
};
