import type { ElementDetail } from 'backstage-plugin-infra-overview-common';
import { FieldList, OriginChip } from '../kit';
import { ElementObserved } from '../observed/ElementObserved';
import { ElementFreshness } from './ElementFreshness';
import { ElementSource } from './ElementSource';
import { MentionList } from './MentionList';
import styles from './ElementBody.module.css';

/** What it is, who stands on it, what protects it, what is wrong with it, then every field and where it is written. */
export const ElementBody = ({ detail }: { readonly detail: ElementDetail }) => (
  <>
    <p className={styles.sentence}>{detail.oneSentence}</p>
    <div className={styles.chips}>
      <ElementFreshness detail={detail} />
      <OriginChip origin={detail.origin} />
    </div>
    <ElementObserved path={detail.path} title={detail.title} />
    <MentionList title="Used by" mentions={detail.usedBy} />
    <MentionList title="Uses" mentions={detail.uses} />
    <MentionList title="Backups" mentions={detail.backups} />
    <MentionList
      title="Credentials"
      mentions={detail.credentials}
      note="Where they lie and who holds them. Values are never stored here."
    />
    <MentionList title="Alerts" mentions={detail.alerts} />
    <MentionList title="Risks" mentions={detail.risks} />
    <MentionList title="Improvements" mentions={detail.improvements} />
    <MentionList title="Open questions" mentions={detail.questions} />
    <MentionList title="Notes" mentions={detail.notes} />
    {detail.fields.length > 0 && (
      <>
        <h3>Everything stated</h3>
        <FieldList rows={detail.fields} said={detail.origin} />
      </>
    )}
    <ElementSource detail={detail} />
  </>
);
