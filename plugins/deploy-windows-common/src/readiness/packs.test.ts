import { readFileSync } from 'node:fs';
import { readInfraDocument } from 'backstage-plugin-infra-overview-common';
import { fixDocument } from './__testUtils__/fixDocument';
import { FACT_TYPES, type FactType } from './facts/factTypes';
import type { CheckDefinition, Pack } from './pack/pack';
import { readPack } from './pack/readPack';
import { shippedPacks } from './pack/shipped';

function shipped(name: string): Pack {
  const found = shippedPacks().find(({ pack }) => pack?.name === name)?.pack;
  if (found === undefined) throw new Error(`${name} was refused`);
  return found;
}

const practices = shipped('tts-good-production-practices');
const hosting = shipped('tts-hosting');
const basics = shipped('suite-basics');
const page = readFileSync(`${__dirname}/../../../../docs/readiness-packs.md`, 'utf8');
const all = [...practices.checks, ...hosting.checks, ...basics.checks];

describe('the packs that come with the product', () => {
  it('are read without a problem', () => {
    expect(shippedPacks().flatMap(({ problems }) => problems)).toEqual([]);
    expect(all.filter(({ broken }) => broken !== undefined)).toEqual([]);
  });

  it('have ids that differ across all of them', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it.each(all.map(check => [check.id, check] as const))(
    '%s says why, where and what to do',
    (_, check) => {
      expect(check.why).not.toBe('');
      expect(check.place).toMatch(
        /^(Good Production Practices|Monitoring|TTS Infrastructure|Basics|Ownership), /,
      );
      expect(check.fix ?? check.attest?.statement).toBeDefined();
      // Whatever a rule asks for is added in the document.
      expect(check.fix !== undefined).toBe(check.rule !== undefined);
      expect(check.attest !== undefined).toBe(check.mode !== 'automatic');
      expect(check.group).toMatch(/^[A-Z]/);
    },
  );

  it.each(
    all.flatMap(({ id, fix }) =>
      fix === undefined || fix.at === 'spec.owner' ? [] : [[id, fix] as const],
    ),
  )('%s offers lines that a document may hold at that place', (_, fix) => {
    const read = readInfraDocument(fixDocument(fix));
    if (read.outcome !== 'read') throw new Error(`was ${read.outcome}`);
    expect(read.problems.map(({ path, message }) => `${path}: ${message}`)).toEqual([]);
    expect(read.notUnderstood).toEqual([]);
  });

  it('leave no fact unasked that answers a question of the source', () => {
    const asked = JSON.stringify(all.map(({ rule, applies, attest }) => [rule, applies, attest]));
    const unasked = Object.keys(FACT_TYPES).filter(fact => !asked.includes(`"${fact}`));
    // Read by predicates over the subject, or shown beside an answer.
    expect(unasked).toEqual(['artifact.kind', 'security.vulnScan.environments']);
  });
});

describe('tts-good-production-practices', () => {
  const { checks } = practices;

  it('has 93 checks with 93 ids', () => {
    expect(checks).toHaveLength(93);
    expect(new Set(checks.map(({ id }) => id)).size).toBe(93);
  });

  it.each([
    ['bold', [15, 22, 23, 41, 49, 50, 57, 60, 67, 85, 87]],
    ['label', [71, 72, 73, 78, 79, 80, 81]],
    ['required', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 70, 83]],
  ] as const)('%s checks are rows %j of the source', (basis, rows) => {
    expect(rowsWhere(check => check.basis === basis)).toEqual(rows);
  });

  it.each([
    ['automatic', 58],
    ['hybrid', 28],
    ['attested', 7],
  ] as const)('%s: %d checks', (mode, count) => {
    expect(checks.filter(check => check.mode === mode)).toHaveLength(count);
  });

  it('is advice for the rest', () => {
    expect(checks.filter(({ basis }) => basis === 'advice')).toHaveLength(59);
  });

  it('leaves to people alone what no document can say', () => {
    expect(rowsWhere(({ mode }) => mode === 'attested')).toEqual([15, 49, 58, 65, 74, 80, 93]);
  });

  it('is content with a rule or a confirmation in three places', () => {
    expect(rowsWhere(({ mode, combine }) => mode === 'hybrid' && combine === 'either')).toEqual([
      26, 56, 85,
    ]);
  });

  it('asks some things outside production too', () => {
    expect(rowsWhere(({ everyStage }) => everyStage)).toEqual([15, 27, 40, 53, 54, 67, 68]);
  });

  it('asks some things once for the whole service', () => {
    expect(rowsWhere(({ scope }) => scope === 'service')).toEqual([
      32, 35, 36, 37, 38, 39, 45, 46, 47, 48, 49, 50, 51, 55, 56, 57, 58, 65, 69, 76, 81, 92, 93,
    ]);
  });

  it('answers the events to log in one form', () => {
    expect(rowsWhere(({ form }) => form === 'audit-events')).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14,
    ]);
  });

  it('binds confirmations to the facts they are about', () => {
    const bound = checks.flatMap(({ id, attest }) =>
      attest !== undefined && attest.boundTo.length > 0 ? [[id, attest.boundTo.join(', ')]] : [],
    );
    expect(Object.fromEntries(bound)).toEqual({
      'logging.no-sensitive-data': 'sinks, captures, thirdParties',
      'logging.restricted-readers': 'sinks',
      'security.launch-discussion': 'exposure, stores, thirdParties, domains',
      'scalability.vertical-headroom': 'verticalParts',
      'resilience.no-topology-dependency': 'upstreams',
      'monitoring.alerts-worth-investigating': 'alerts',
      'monitoring.responders-can-act': 'alertPeople',
      'devops.escalation-known': 'alerts',
      'devops.monitoring-logins': 'alertPeople, monitors',
      'alerting.verified-working': 'alerts',
    });
  });

  it('takes a discussion of security only with a second signature from outside', () => {
    expect(rowsWhere(({ attest }) => attest?.signatures === 2)).toEqual([49]);
  });

  function rowsWhere(holds: (check: CheckDefinition) => boolean): readonly number[] {
    return checks.flatMap((check, index) => (holds(check) ? [index + 1] : []));
  }
});

describe('the checks beyond the source', () => {
  it('ask three must-haves of everything, whatever the matrix says', () => {
    const always = basics.checks.filter(({ level }) =>
      level.some(row => row.when === undefined && row.level === 'must'),
    );
    expect(always.map(({ id }) => id)).toEqual([
      'x.no-secret-in-catalog',
      'x.owner-valid',
      'x.environments-declared',
    ]);
  });

  it('are fifteen', () => {
    expect(basics.checks.length + hosting.checks.length).toBe(15);
  });
});

describe('the pack of an organisation', () => {
  const text = readFileSync(`${__dirname}/../../examples/acme-production.yaml`, 'utf8');
  const read = readPack(text, {
    file: 'acme-production.yaml',
    known: id => (id === 'tts-good-production-practices@1' ? practices : undefined),
  });

  it('is read without a problem', () => {
    expect(read.problems).toEqual([]);
  });

  it('takes the practices over and adds its own', () => {
    expect(read.pack?.checks).toHaveLength(94);
  });

  it('sets levels, days and parameters', () => {
    const check = (id: string) => read.pack?.checks.find(one => one.id === id);
    expect(check('deploy.blue-green')?.set).toEqual({ level: 'must', enforceFrom: '2027-03-01' });
    expect(check('support.public-queue')?.set).toEqual({
      level: 'off',
      reason: 'Customers of Acme have their own desk',
    });
    expect(check('analytics.dap')?.set?.level).toBe('off');
    expect(check('support.resources-tagged')?.rule).toEqual({
      contains: { tagKeys: ['Project', 'CostCentre'] },
    });
  });

  it('stands in the documentation as it is', () => {
    expect(page).toContain(`\`\`\`yaml\n${text}\`\`\``);
  });
});

describe('the documentation of packs', () => {
  it.each(Object.entries<FactType>(FACT_TYPES))('has a row for the fact %s', (name, type) => {
    expect(page).toContain(`| \`${name}\` | ${typeText(type)} |\n`);
  });

  it('has no row for a fact that is none', () => {
    const rows = [...page.slice(page.indexOf('## 9. Facts')).matchAll(/^\| `([^`]+)` \|/gm)];
    expect(rows.map(([, name]) => name)).toEqual(Object.keys(FACT_TYPES));
  });

  function typeText(type: FactType): string {
    if (typeof type !== 'object') return type;
    const fields = Object.entries(type.list).map(
      ([name, field]) => `\`${name}\` (${typeof field === 'object' ? 'a list' : field})`,
    );
    return `list of ${fields.join(', ')}`;
  }
});
