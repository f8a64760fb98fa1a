import { ElementLink } from '../kit';
import styles from './Impact.module.css';

export interface AnswerItem {
  readonly title: string;
  readonly text: string;
  readonly path?: string | undefined;
}

export interface AnswerListProps {
  readonly title: string;
  readonly items: readonly AnswerItem[];
  /** What an empty list means; left out, nothing is drawn for it. */
  readonly empty?: string;
}

/** One part of the answer. What is an element opens beside the page. */
export const AnswerList = ({ title, items, empty }: AnswerListProps) => {
  if (items.length === 0 && empty === undefined) return null;
  return (
    <div className={styles.part}>
      <h3>{title}</h3>
      {items.length === 0 ? (
        <p className={styles.none}>{empty}</p>
      ) : (
        <ul className={styles.list}>
          {items.map(item => (
            <li key={`${item.path ?? ''} ${item.title} ${item.text}`}>
              {item.path === undefined ? (
                <strong>{item.title}</strong>
              ) : (
                <ElementLink path={item.path}>{item.title}</ElementLink>
              )}
              <div className={styles.text}>{item.text}</div>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
