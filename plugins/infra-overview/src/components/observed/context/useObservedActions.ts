import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Confirmation,
  ConfirmationAnswer,
  DriftNote,
  DriftNoteAsked,
  SaidOfFact,
} from 'backstage-plugin-infra-overview-common';
import { useMemo } from 'react';
import { infraOverviewApiRef } from '../../../api';
import { useTell } from '../notices/NoticeContext';
import { useLooked } from './ObservedContext';

const SAID: Readonly<Record<ConfirmationAnswer, string>> = {
  'still-true': 'Noted: still true.',
  'not-true': 'Noted: not true. Everybody sees it here until the document changes.',
  unknown: 'Noted: you do not know.',
};

/** What a reader may do about what was seen. Each waits for the server, asks again what holds now, and says so with a way back. */
export function useObservedActions() {
  const api = useApi(infraOverviewApiRef);
  const tell = useTell();
  const looked = useLooked();
  const again = looked.state === 'loading' ? undefined : looked.again;
  const entityRef = looked.state === 'answered' ? looked.answer.entityRef : undefined;

  return useMemo(() => {
    const project = () => {
      if (entityRef === undefined) throw new Error('Nothing is known about this project yet.');
      return entityRef;
    };
    const withdrawConfirmation = async (id: string) => {
      await api.withdrawConfirmation(project(), id);
      again?.();
    };
    const withdrawQuietly = async (id: string) => {
      await api.withdrawDriftNote(project(), id);
      again?.();
    };
    /** Without a notice: for a place that says itself what was done. */
    const sayQuietly = async (said: SaidOfFact): Promise<Confirmation> => {
      const confirmation = await api.confirm(project(), said);
      again?.();
      return confirmation;
    };
    const say = async (said: SaidOfFact): Promise<void> => {
      const { id } = await sayQuietly(said);
      tell({ words: SAID[said.answer], undo: () => withdrawConfirmation(id) });
    };
    const leave = async (note: DriftNoteAsked): Promise<void> => {
      const { id } = await api.noteDrift(project(), note);
      again?.();
      tell({
        words: 'Left for now. It does not count until the day you gave.',
        undo: () => withdrawQuietly(id),
      });
    };
    const withdrawNote = async ({ id, path, environment, kind, reason, until }: DriftNote) => {
      await withdrawQuietly(id);
      tell({
        words: 'It counts again.',
        undo: async () => {
          await api.noteDrift(project(), {
            path,
            ...(environment !== undefined && { environment }),
            kind,
            reason,
            until: new Date(until).toISOString(),
          });
          again?.();
        },
      });
    };
    /** Comes back when the sources have looked, with the number of differences they found. */
    const refresh = async (): Promise<number> => {
      const { driftCount } = await api.refresh(project());
      again?.();
      return driftCount;
    };
    return { say, sayQuietly, withdrawConfirmation, leave, withdrawNote, refresh };
  }, [api, tell, entityRef, again]);
}
