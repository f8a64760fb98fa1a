import { Fragment, useMemo } from 'react';
import { OutsideLink } from '../../kit';
import { useView, ViewSection } from '../../overview/context';
import { shownItems } from '../shared';
import styles from '../shared/shared.module.css';
import { Entry } from './Entry';
import { improvementGroups } from './improvementGroups';

const FIELDS = ['rationale', 'options'];

/** What could be better: what is planned apart from what is only possible. */
export const Improvements = () => {
  const { view } = useView();
  const groups = useMemo(
    () => improvementGroups(shownItems(view.document.improvements, 'improvements', view.origins)),
    [view],
  );
  return (
    <ViewSection id="improvements">
      {groups.map(({ label, items }) => (
        <Fragment key={label}>
          <h3>
            {label} ({items.length})
          </h3>
          <ul className={styles.items} aria-label={`Improvements: ${label}`}>
            {items.map(of => (
              <Entry
                key={of.path}
                of={of}
                fields={FIELDS}
                chips={<IssueLink href={of.item.issue} />}
              />
            ))}
          </ul>
        </Fragment>
      ))}
    </ViewSection>
  );
};

/** No issue is normal, so its absence is not a gap. */
function IssueLink({ href }: { readonly href: string | undefined }) {
  return href === undefined ? null : <OutsideLink href={href}>issue {lastPart(href)}</OutsideLink>;
}

function lastPart(href: string): string {
  const part = href.split(/[?#]/)[0]?.split('/').filter(Boolean).at(-1) ?? '';
  return /^\d+$/.test(part) ? `#${part}` : part;
}
