import type { PreviewAnswer } from 'backstage-plugin-deploy-windows-common';
import {
  failureOf,
  Fold,
  Muted,
  ToneText,
  type Asked,
} from 'backstage-plugin-infra-overview-react';
import styles from '../dialogs/Preview.module.css';

/** What it would do, before it is saved: in words, its next occurrences, whom it concerns, what is odd about it. */
export const WindowPreviewLines = ({ asked }: { readonly asked: Asked<PreviewAnswer> }) => (
  <section className={styles.preview} aria-label="What it would do" aria-live="polite">
    {asked.state === 'loading' && <Muted>Asking what it would do…</Muted>}
    {asked.state === 'failed' && (
      <ToneText tone="warning">{failureOf(asked.error).message}</ToneText>
    )}
    {asked.state === 'answered' && <Lines preview={asked.answer} />}
  </section>
);

function Lines({ preview }: { readonly preview: PreviewAnswer }) {
  const {
    sentence,
    next,
    targets,
    targetCount,
    lint,
    closesOtherTimes,
    hasNoEffect,
    affected,
    impact,
  } = preview;
  return (
    <>
      <b>{sentence}</b>
      {closesOtherTimes && (
        <ToneText tone="warning">
          All other times will be closed: it is the first opening of this level.
        </ToneText>
      )}
      {hasNoEffect && (
        <ToneText tone="warning">
          It changes nothing: a deploy may start at any time here anyway.
        </ToneText>
      )}
      <ToneText tone={affected.length > 0 ? 'warning' : 'neutral'}>{impact}</ToneText>
      {affected.length > 0 && (
        <ul>
          {affected.map(({ id, what, text }) => (
            <li key={`${what} ${id}`}>{text}</li>
          ))}
        </ul>
      )}
      {next.length > 0 && (
        <ul aria-label="Next occurrences">
          {next.map(({ start, text, inYourZone, clockChange }) => (
            <li key={start}>
              {text}
              {inYourZone !== undefined && <Muted> ({inYourZone} your time)</Muted>}
              {clockChange !== undefined && <ToneText tone="warning">{clockChange}</ToneText>}
            </li>
          ))}
        </ul>
      )}
      {lint.map(({ code, text }) => (
        <ToneText key={code} tone="warning">
          {text}
        </ToneText>
      ))}
      <Fold
        label={
          targetCount === 1
            ? 'Concerns 1 service and environment'
            : `Concerns ${targetCount} services and environments`
        }
      >
        <ul>
          {targets.map(({ target, title, environment }) => (
            <li key={target}>
              {title}, {environment}
            </li>
          ))}
        </ul>
      </Fold>
    </>
  );
}
