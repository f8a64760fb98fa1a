import type { FailureAnswer } from 'backstage-plugin-infra-overview-common';

export type PathMark = 'broken' | 'stops' | 'degrades' | 'survives';

/** Marks by the id of a step. Of several pictures the owner's is meant. */
export function pathMarks(
  onPath: FailureAnswer['onPath'] | undefined,
  owner: string | undefined,
): ReadonlyMap<string, PathMark> {
  const marks = new Map<string, PathMark>();
  const add = (ids: readonly string[], mark: PathMark) => {
    for (const id of ids) {
      const split = id.lastIndexOf('#');
      if (split < 0) marks.set(id, mark);
      else if (id.slice(0, split) === owner) marks.set(id.slice(split + 1), mark);
    }
  };
  if (onPath === undefined) return marks;
  add(onPath.degraded, 'degrades');
  add(onPath.stopped, 'stops');
  add(onPath.surviving, 'survives');
  add(onPath.broken, 'broken');
  return marks;
}
