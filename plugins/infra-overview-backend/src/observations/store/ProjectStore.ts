import type { Wanted } from '../ObservationSource';
import type { SubjectNews } from './ObservationStore';

/** Which projects what is looked at belongs to, as documents say. */
export interface ProjectStore {
  /** Apps of these platforms that documents name. */
  wanted(platforms: readonly string[]): Promise<readonly Wanted[]>;
  /** Projects that these subjects may be shown at. */
  projectsOf(
    subjects: readonly Pick<SubjectNews, 'source' | 'subject' | 'group' | 'entityRef'>[],
  ): Promise<readonly string[]>;
  /** Projects that something is known of, or was. */
  observedProjects(): Promise<readonly string[]>;
}
