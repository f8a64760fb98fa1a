import type { FilterPredicate } from '@backstage/filter-predicates';
import type { JsonObject, JsonValue } from '@backstage/types';
import type { Rule } from '../rule/rule';

/** How the source of a pack asks for a check: in bold, in a bold label, as required, or as advice. */
export const BASES = ['bold', 'label', 'required', 'advice'] as const;
export type Basis = (typeof BASES)[number];
export type CheckScope = 'service' | 'environment' | 'group';
export type CheckMode = 'automatic' | 'attested' | 'hybrid';
export type RequirementLevel = 'must' | 'recommended' | 'off';

/** `when` is a predicate over `SubjectView`; the first row that matches decides. */
export interface LevelRow {
  readonly when?: FilterPredicate;
  readonly level: RequirementLevel;
  /** ISO day, UTC. Before it a must-have is recommended. */
  readonly enforceFrom?: string;
}

/** A row of the matrix of a pack: a level for each basis. `everyStage` rows hold only for checks that say so. */
export interface MatrixRow {
  readonly when?: FilterPredicate;
  readonly everyStage?: boolean;
  readonly levels: Readonly<Record<Basis, RequirementLevel>>;
}

export interface AttestTerms {
  readonly statement: string;
  /** ISO 8601 duration. */
  readonly validFor: string;
  readonly evidence: 'required' | 'optional' | 'none';
  readonly by: 'owner-member' | 'non-owner' | 'alert-target' | 'manager' | 'any';
  readonly signatures: 1 | 2;
  /** Facts a confirmation is bound to: when one changes it is out of date. */
  readonly boundTo: readonly string[];
  /** A list fact whose first date to come ends a confirmation, such as `capacity.events.at`. */
  readonly endsAt?: string;
}

export interface Fix {
  /** Path below `spec.infra`. */
  readonly at: string;
  readonly yaml: string;
}

/** One check, after the pack was read: parameters are put in, defaults are filled, changes of a derived pack are applied. */
export interface CheckDefinition {
  readonly id: string;
  /** Raised when the meaning changes: older confirmations and waivers end. */
  readonly version: number;
  readonly pack: string;
  readonly basis: Basis;
  readonly scope: CheckScope;
  readonly everyStage: boolean;
  readonly mode: CheckMode;
  readonly combine: 'both' | 'either';
  readonly title: string;
  readonly why: string;
  /** Where the source asks for it. */
  readonly place?: string;
  /** Heading it stands under: the part of the id before the first dot where nobody says otherwise. */
  readonly group: string;
  readonly applies?: { readonly subject?: FilterPredicate; readonly facts?: Rule };
  readonly rule?: Rule;
  readonly attest?: AttestTerms;
  readonly fix?: Fix;
  /** Its own rows, before the matrix. */
  readonly level: readonly LevelRow[];
  /** Set by `changes`, with the reason when it is off. */
  readonly set?: LevelRow & { readonly reason?: string };
  /** ISO 8601 duration: an older observation is unknown. */
  readonly observedMaxAge?: string;
  /** Checks of one form are answered together with one signature. */
  readonly form?: string;
  /** Why it cannot be asked; all others still are. */
  readonly broken?: string;
}

export interface Pack {
  /** `tts-good-production-practices`. */
  readonly name: string;
  readonly version: number;
  readonly title: string;
  readonly source?: { readonly document?: string; readonly sections?: readonly string[] };
  /** Group or words: who is told when a check is broken. */
  readonly owner?: string;
  readonly parameters: Readonly<Record<string, JsonValue>>;
  readonly matrix: readonly MatrixRow[];
  readonly checks: readonly CheckDefinition[];
  /** The text it was read from. */
  readonly text: string;
  /** Ids of the packs it is made from, the nearest first. Whoever is asked by it is not asked by them. */
  readonly extends?: readonly string[];
  /** The checks as they are written, own and taken over, with `P.x` still in them: by their id. */
  readonly written?: Readonly<Record<string, JsonObject>>;
}

/** What is wrong with a pack: where, and the way out. `refused` packs are not asked; `check` quarantines one check. */
export interface PackProblem {
  readonly severity: 'refused' | 'check' | 'warning';
  readonly file: string;
  readonly line?: number;
  readonly check?: string;
  readonly path?: string;
  readonly message: string;
}

export interface ReadPack {
  readonly pack?: Pack;
  readonly problems: readonly PackProblem[];
}

export const packId = ({ name, version }: Pick<Pack, 'name' | 'version'>) => `${name}@${version}`;

/** A check as it is asked of one subject: the pack's words with what the chain of documents makes of its level. */
export interface AskedCheck {
  readonly definition: CheckDefinition;
  readonly pack: string;
  /** Ids of the checklists that ask for it. */
  readonly checklists: readonly string[];
  readonly requirement: Requirement;
  /** What a question of a checklist is bound to besides facts: its own words and the paths it names, as they are today. */
  readonly bound?: JsonObject;
}

/** Dated levels, in order: each counts from its `from` on; the first has none. */
export interface Requirement {
  readonly steps: readonly [
    { readonly level: RequirementLevel; readonly from?: undefined },
    ...(readonly { readonly level: RequirementLevel; readonly from: number }[]),
  ];
  /** Which rule set it, in words of its place: `matrix of tts-…`, `checklists[production]` of domain:default/tts. */
  readonly because: string;
}
