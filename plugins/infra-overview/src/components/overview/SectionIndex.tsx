import { useView } from './context';
import styles from './SectionIndex.module.css';

/** The sections of the page as links, in the order of the role: a long page needs a way to its parts. */
export const SectionIndex = () => {
  const { sections } = useView();
  const stated = sections.filter(section => section.id !== 'answers' && section.fact === 'stated');
  return (
    <nav className={styles.index} aria-label="Sections of this page">
      <ul className={styles.links}>
        {stated.map(section => (
          <li key={section.id}>
            <a href={`#${section.id}`} className={styles.link}>
              <span className={styles.text}>{section.title}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};
