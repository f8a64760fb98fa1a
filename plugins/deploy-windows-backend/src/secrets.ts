import { secretIn } from 'backstage-plugin-deploy-windows-common/readiness';
import { invalid } from './api/coded';

/** @throws InputError with code SECRET_IN_TEXT; it names the field and the rule, and repeats nothing */
export function refuseSecrets(field: string, text: string | undefined): void {
  const rule = text === undefined ? undefined : secretIn(text);
  if (rule === undefined) return;
  throw invalid(
    'SECRET_IN_TEXT',
    `${field}: this looks like a secret (${rule}). Write where it is kept instead.`,
    { field, rule },
  );
}
