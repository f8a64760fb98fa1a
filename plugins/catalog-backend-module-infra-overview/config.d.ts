export interface Config {
  infraOverview?: {
    /** Keeps secrets out of the catalog. */
    secretGate?: {
      /** `external`: another module installs the catalog's one entity data parser and wraps it in `withSecretGate` itself. */
      parser?: 'external';
      /** What looks like a secret and is none. An excuse stands here and never in the file it excuses. */
      allow?: Array<{
        /** As the refusal names it. */
        rule: string;
        /** The file as the refusal names it, or an entity ref; `*` stands for any text. */
        location: string;
        /** Why it is no secret. */
        reason: string;
        /** Last day, such as 2027-01-31 (UTC), or an instant. */
        until: string;
      }>;
    };
  };
}
