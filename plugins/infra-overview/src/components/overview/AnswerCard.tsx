import { VisuallyHidden } from '@backstage/ui';
import { elementAt, type AnswerLine, type Section } from 'backstage-plugin-infra-overview-common';
import { useState, type ReactNode } from 'react';
import { ElementLink, ToneText, cx } from '../kit';
import { useView } from './context';
import styles from './Answers.module.css';

export interface AnswerCardProps {
  readonly title: string;
  readonly lines: readonly AnswerLine[];
  readonly extra?: ReactNode;
}

// The first screen has room for the headline and this many lines, none of them much longer than this.
const SHOWN = 4;
const LONG = 70;

/** One answer: headline, then what qualifies it. What is long or too much is one press away. */
export const AnswerCard = ({ title, lines, extra }: AnswerCardProps) => {
  const [all, setAll] = useState(false);
  const [headline, ...others] = lines;
  const hidden = others.length - SHOWN;
  const shortened = hidden > 0 || lines.some(line => line.text.length > LONG);
  return (
    <div className={cx(styles.answer, shortened && !all && styles.short)}>
      <h3 className={styles.title}>{title}</h3>
      {headline !== undefined && (
        <div className={cx(styles.headline, styles.clamped)}>
          <Line line={headline} />
        </div>
      )}
      <ul className={styles.lines}>
        {others.map((line, index) => (
          <li key={line.text} className={cx(styles.clamped, index >= SHOWN && styles.beyond)}>
            <Line line={line} />
          </li>
        ))}
      </ul>
      {extra}
      {shortened && (
        <button
          type="button"
          className={styles.more}
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {moreWords(all, hidden)}
          <VisuallyHidden> of {title}</VisuallyHidden>
        </button>
      )}
    </div>
  );
};

function moreWords(all: boolean, hidden: number): string {
  if (all) return 'Show less';
  return hidden > 0 ? `Show ${hidden} more` : 'Show in full';
}

function Line({ line }: { readonly line: AnswerLine }) {
  const { view, now, sections } = useView();
  const words = <ToneText tone={line.tone}>{line.text}</ToneText>;
  if (line.path === undefined) return words;
  if (elementAt(view, line.path, now) !== undefined) {
    return (
      <ElementLink path={line.path} look="plain" className={styles.line}>
        {words}
      </ElementLink>
    );
  }
  // A whole list, or something nobody has stated: the section that shows it or its absence.
  const section = sectionOf(line.path, sections);
  if (section === undefined) return words;
  return (
    <a href={`#${section}`} className={styles.line}>
      {words}
    </a>
  );
}

function sectionOf(path: string, sections: readonly Section[]): Section['id'] | undefined {
  const within = (owner: string) =>
    path === owner || path.startsWith(`${owner}.`) || path.startsWith(`${owner}[`);
  return sections.find(section => section.paths.some(within))?.id;
}
