import type { Pack, PackProblem } from 'backstage-plugin-deploy-windows-common/readiness';
import type { OutboxMessage } from '../../outbox/OutboxMessage';

const REF = /^(?:user|group):[^/\s]+\/\S+$/i;

/** Told to whoever keeps the pack, once a week, never to the teams: they can do nothing about it. */
export function brokenPackMessages(
  {
    packs,
    problems,
  }: { readonly packs: readonly Pack[]; readonly problems: readonly PackProblem[] },
  { week, platform }: { readonly week: string; readonly platform: readonly string[] },
): readonly OutboxMessage[] {
  const byFile = new Map<string, PackProblem[]>();
  for (const problem of problems) {
    if (problem.severity === 'warning') continue;
    byFile.set(problem.file, [...(byFile.get(problem.file) ?? []), problem]);
  }
  return [...byFile].map(([file, found]): OutboxMessage => {
    const recipients = ownersOf(packs, found, platform);
    return {
      dedupeKey: `readiness-pack:${file}:${week}`,
      topic: 'deploy-windows.readiness-digest',
      payload: { kind: 'pack', file, problems: found.length },
      ...(recipients.length > 0 && {
        notify: {
          recipients,
          title: `A pack of checks cannot be read as it is: ${file}`,
          description: found
            .map(({ check = '', message }) => `${check} ${message}`.trim())
            .join('\n'),
          link: '/readiness',
          severity: 'high',
          scope: `deploy-windows:readiness:pack:${file}`,
        },
      }),
    };
  });
}

function ownersOf(
  packs: readonly Pack[],
  problems: readonly PackProblem[],
  platform: readonly string[],
): readonly string[] {
  const broken = new Set(problems.flatMap(({ check }) => check ?? []));
  const owners = packs
    .filter(({ checks }) => checks.some(({ id }) => broken.has(id)))
    .flatMap(({ owner }) => (owner !== undefined && REF.test(owner) ? [owner] : []));
  return owners.length > 0 ? [...new Set(owners)] : platform;
}
