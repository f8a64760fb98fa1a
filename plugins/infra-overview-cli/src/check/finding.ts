/** Something to mend, at a place. Never holds any of what was found. */
export interface Finding {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly severity: 'secret' | 'error' | 'warning' | 'hint';
  /** The rule of a secret, the code of a problem. */
  readonly rule: string;
  readonly message: string;
  readonly fix?: string;
  readonly entityRef?: string;
  /** Below `spec.infra`. */
  readonly path?: string;
}

/** By place; what is worse first where it is the same. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const rank = { secret: 0, error: 1, warning: 2, hint: 3 };
  return [...findings].sort(
    (a, b) =>
      (a.file < b.file ? -1 : Number(a.file > b.file)) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      rank[a.severity] - rank[b.severity],
  );
}
