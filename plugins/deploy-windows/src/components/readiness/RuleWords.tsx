import styles from './Readiness.module.css';

/** A rule, a line for each part; what belongs to a part stands two spaces in, and so below it here. */
export const RuleWords = ({ lines }: { readonly lines: readonly string[] }) => (
  <ul className={styles.rule}>
    {lines.map((line, index) => (
      // Two parts of a rule may read the same: their place tells them apart.
      // eslint-disable-next-line react/no-array-index-key
      <li key={index} style={{ marginInlineStart: `${depthOf(line)}rem` }}>
        {line.trimStart()}
      </li>
    ))}
  </ul>
);

function depthOf(line: string): number {
  return (line.length - line.trimStart().length) / 2;
}
