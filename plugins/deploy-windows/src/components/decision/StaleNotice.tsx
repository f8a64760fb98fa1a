import { Alert } from '@backstage/ui';
import type { DecisionAnswer } from 'backstage-plugin-deploy-windows-common';
import { formatInstant } from '../../time/formatInstant';

const STALE = new Set(['CATALOG_STALE', 'FEED_STALE', 'INPUT_UNAVAILABLE', 'TZDATA_DISPUTED']);

/** Which source is old or away, since when, and which freezes hold all the same. */
export const StaleNotice = ({ decisions }: { readonly decisions: readonly DecisionAnswer[] }) => {
  const stale = new Map(
    decisions
      .flatMap(({ warnings }) => warnings)
      .filter(({ code }) => STALE.has(code))
      .map(warning => [`${warning.code} ${warning.about}`, warning]),
  );
  if (stale.size === 0) return null;
  const freezes = new Set(
    decisions
      .flatMap(({ reasons }) => reasons)
      .flatMap(({ code, title }) =>
        code === 'FREEZE_ACTIVE' && title !== undefined ? [title] : [],
      ),
  );
  return (
    <Alert
      status="warning"
      icon
      title="Some of what this rests on is old"
      description={
        <>
          <ul>
            {[...stale].map(([key, { text, at }]) => (
              <li key={key}>
                {text}
                {at !== undefined && ` (since ${formatInstant(at)} your time)`}
              </li>
            ))}
          </ul>
          {freezes.size > 0 && <p>In force all the same: {[...freezes].join(', ')}.</p>}
        </>
      }
    />
  );
};
