/** How one source is doing, as far as drift depends on it. A list of them is in the order of the configuration. */
export interface SourceLook {
  readonly id: string;
  /** What people call it; its id where left out. */
  readonly title?: string;
  /** Milliseconds after which a value it saw counts as old. */
  readonly maxAge: number;
  /** Its last run failed, in our words. */
  readonly failed?: string;
  /** Subjects it could not look at in its last run, with the reason, although the run as such went well. */
  readonly failedSubjects?: Readonly<Record<string, string>>;
  /** Says what is intended, not what is. */
  readonly intent?: true;
  /** Values of `hosting.platform`, lower case, whose things it can see; none: it only sees what it is told to look at. */
  readonly platforms: readonly string[];
}
