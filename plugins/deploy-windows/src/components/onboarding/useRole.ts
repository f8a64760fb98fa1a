import type { OnboardingAnswer } from 'backstage-plugin-deploy-windows-common';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

export type Role = OnboardingAnswer['role'];

export const ROLES: readonly { readonly value: Role; readonly label: string }[] = [
  { value: 'newcomer', label: 'I am new here' },
  { value: 'engineer', label: 'I change it' },
  { value: 'on-call', label: 'I am on call' },
  { value: 'manager', label: 'I answer for it' },
];

/** Who is reading chooses order and depth, and lives in the address. */
export function useRole() {
  const [parameters, setParameters] = useSearchParams();
  const named = parameters.get('role');
  const role = ROLES.find(({ value }) => value === named)?.value ?? 'newcomer';
  const setRole = useCallback(
    (value: string) =>
      setParameters(
        current => {
          const next = new URLSearchParams(current);
          next.set('role', value);
          return next;
        },
        { replace: true },
      ),
    [setParameters],
  );
  return { role, setRole, environment: parameters.get('environment') ?? undefined };
}
