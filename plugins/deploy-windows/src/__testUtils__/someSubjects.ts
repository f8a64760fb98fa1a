import type {
  CheckSubjectsAnswer,
  OwnershipAnswer,
  PackAnswer,
  RollupAnswer,
  SubjectsAnswer,
  TrendAnswer,
} from 'backstage-plugin-deploy-windows-common';
import { aSubjectRow } from './aReadiness';

const byVerdict = { 'not-ready': 2, 'not-assessed': 1, 'ready-with-waivers': 0, ready: 4 };
const byStatus = {
  fail: 1,
  expired: 0,
  error: 0,
  unknown: 3,
  waived: 0,
  pass: 5,
  'not-applicable': 0,
};

export function someSubjects(changed: Partial<SubjectsAnswer> = {}): SubjectsAnswer {
  return {
    rows: [aSubjectRow()],
    total: 7,
    byVerdict,
    facets: {
      owners: ['group:default/noipm-core-team'],
      systems: ['system:default/noipm'],
      domains: ['domain:default/city'],
      stages: ['production'],
      environments: ['production'],
    },
    ...changed,
  };
}

export const someTrend: TrendAnswer = {
  days: [
    { day: '2026-11-23', byVerdict: { ...byVerdict, 'not-ready': 5 } },
    { day: '2026-11-24', byVerdict },
  ],
};

export const someRollup: RollupAnswer = {
  groups: [
    {
      ref: 'group:default/noipm-core-team',
      title: 'NOIPM core team',
      direct: byVerdict,
      transitive: { ...byVerdict, ready: 9 },
      worst: 'not-ready',
      openMust: 3,
    },
  ],
  checks: [
    {
      id: 'tts.https',
      title: 'Encrypted on the way',
      pack: 'tts-good-production-practices@1',
      group: 'Exposure',
      byStatus,
      openMust: 0,
    },
    {
      id: 'tts.copies',
      title: 'Regular copies of data',
      pack: 'tts-good-production-practices@1',
      group: 'Data',
      byStatus,
      openMust: 4,
    },
  ],
};

export const someCheckSubjects: CheckSubjectsAnswer = {
  check: {
    id: 'tts.copies',
    title: 'Regular copies of data',
    why: 'What is lost without a copy is lost for ever.',
    pack: 'tts-good-production-practices@1',
  },
  rows: [
    {
      subject: 'system:default/noipm#production',
      title: 'NOIPM',
      environment: 'production',
      level: 'must',
      status: 'unknown',
      because: 'no retention is stated',
    },
  ],
  byStatus,
};

export const someOwnership: OwnershipAnswer = {
  coverage: { valid: 6, all: 7 },
  groups: [
    {
      ref: 'group:default/city',
      title: 'City',
      owned: 7,
      direct: 2,
      through: 5,
      findings: 2,
      mustFindings: 1,
    },
  ],
  findings: [
    {
      code: 'single-person',
      level: 'recommended',
      entityRef: 'component:default/b',
      title: 'B',
      text: 'Its owner is one person',
      next: 'Ask the other teams of the System',
    },
    {
      code: 'no-owner',
      level: 'must',
      entityRef: 'component:default/a',
      title: 'A',
      text: 'Nobody owns it',
      next: 'Write an owner into its file',
    },
  ],
};

export const aPack: PackAnswer = {
  pack: 'tts-good-production-practices@1',
  name: 'tts-good-production-practices',
  version: 1,
  title: 'Good production practices',
  parameters: { retention: 'P28D' },
  from: 'shipped',
  checks: [
    {
      id: 'tts.copies',
      version: 1,
      group: 'Data',
      title: 'Regular copies of data',
      why: 'What is lost without a copy is lost for ever.',
      basis: 'bold',
      scope: 'environment',
      mode: 'automatic',
      ruleWords: ['Every store that keeps data has copies'],
    },
  ],
  problems: [{ severity: 'warning', line: 12, message: 'a place in the source is missing' }],
};
