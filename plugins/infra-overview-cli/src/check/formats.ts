import { counted } from 'backstage-plugin-infra-overview-common';
import type { Finding } from './finding';

// A file name may hold anything.
const oneLine = (text: string) => text.replace(/[\r\n]+/g, ' ');
const escaped = (text: string) =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const LEVELS = { secret: 'error', error: 'error', warning: 'warning', hint: 'notice' } as const;

/** `catalog-info.yaml:12: secret github: looks like a secret. Remove the value …` */
export function textLine({ file, line, severity, rule, path, message, fix }: Finding): string {
  const place = [file, ...(line === undefined ? [] : [line])].join(':');
  const where = path ? `${path}: ` : '';
  return oneLine(
    `${place}: ${severity} ${rule}: ${where}${message}.${fix === undefined ? '' : ` ${fix}`}`,
  );
}

/** A remark at a line of a pull request. */
export function githubLine(finding: Finding): string {
  const { file, line, column, severity, rule, message, fix, path } = finding;
  const properties = Object.entries({ file, line, col: column, title: `${severity}: ${rule}` })
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        `${key}=${escaped(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`,
    );
  const text = `${path ? `${path}: ` : ''}${message}.${fix === undefined ? '' : ` ${fix}`}`;
  return `::${LEVELS[severity]} ${properties.join(',')}::${escaped(text)}`;
}

export function jsonText(findings: readonly Finding[], files: number): string {
  return JSON.stringify({ files, findings }, undefined, 2);
}

export function summaryLine(findings: readonly Finding[], files: number, hidden: number): string {
  const count = (severity: Finding['severity']) =>
    findings.filter(one => one.severity === severity).length;
  const hints = hidden === 0 ? '' : ` ${counted(hidden, 'hint')} more with --hints.`;
  const read = counted(files, 'file');
  if (findings.length === 0) return `${read} read: nothing to mend.${hints}`;
  const parts = (['secret', 'error', 'warning', 'hint'] as const)
    .filter(severity => count(severity) > 0)
    .map(severity => counted(count(severity), severity));
  return `${read} read: ${parts.join(', ')}.${hints}`;
}
