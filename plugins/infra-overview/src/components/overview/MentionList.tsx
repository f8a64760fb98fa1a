import type { Mention } from 'backstage-plugin-infra-overview-common';
import { ElementLink, Muted } from '../kit';
import styles from './ElementBody.module.css';

export interface MentionListProps {
  readonly title: string;
  readonly mentions: readonly Mention[];
  readonly note?: string;
}

/** What else in the document speaks of the element; each name opens in turn. Nothing when nothing does. */
export const MentionList = ({ title, mentions, note }: MentionListProps) => {
  if (mentions.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className={styles.mentions}>
        {mentions.map(mention => (
          <li key={mention.path}>
            <ElementLink path={mention.path}>{mention.title}</ElementLink>
            {mention.text !== '' && mention.text !== mention.title && (
              <div className={styles.text}>{mention.text}</div>
            )}
          </li>
        ))}
      </ul>
      {note !== undefined && <Muted>{note}</Muted>}
    </>
  );
};
