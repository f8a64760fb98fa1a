import type { LoadedSubject } from '../assessment/Assessments';

type Named = Pick<LoadedSubject, 'subject'>;

/** `Complaint Manager production`. */
export function placeName({ subject }: Named): string {
  const { title, environment } = subject;
  return environment === undefined ? title : `${title} ${environment}`;
}

/** Page of the entity with its readiness. */
export function readinessLink({ subject }: Named): string {
  const [, kind = '', namespace = '', name = ''] =
    /^([^:]*):([^/]*)\/(.*)$/.exec(subject.entityRef) ?? [];
  const page = `/catalog/${namespace}/${kind}/${name}`;
  if (subject.environment === undefined) return page;
  return `${page}/readiness?environment=${encodeURIComponent(subject.environment)}`;
}
