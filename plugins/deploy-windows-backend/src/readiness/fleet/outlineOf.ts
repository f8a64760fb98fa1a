import type { LoadedSubject, SubjectOutline } from '../assessment/Assessments';

export function outlineOf({
  subject,
  ownerRef,
  systemRef,
  domainRef,
}: LoadedSubject): SubjectOutline {
  const { key, entityRef, environment, title, view } = subject;
  return {
    key,
    entityRef,
    ...(environment !== undefined && { environment }),
    stage: view.stage,
    title,
    ...(ownerRef !== undefined && { ownerRef }),
    ...(systemRef !== undefined && { systemRef }),
    ...(domainRef !== undefined && { domainRef }),
  };
}

/** A group that owns something is judged for its list alone, under its ref. */
export function isGroup(key: string): boolean {
  return /^group:[^#]*$/i.test(key);
}
