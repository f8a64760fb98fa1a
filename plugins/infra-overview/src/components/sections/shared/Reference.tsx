import { itemTitle } from 'backstage-plugin-infra-overview-common';
import { Fragment } from 'react';
import { ElementLink, FactText } from '../../kit';
import { useView } from '../../overview/context';
import { findItem, type ListName } from './lists';

export interface ReferenceProps {
  /** Lists the word may name an item of, in order. */
  readonly to: readonly ListName[];
  readonly id: string;
  /** What the word is when it names no item: a gap, or simply words. */
  readonly orElse?: 'gap' | 'words';
}

/** The item another one names, as a link. A name nobody answers to is shown as the gap it is. */
export const Reference = ({ to, id, orElse = 'gap' }: ReferenceProps) => {
  const holder = useView();
  for (const list of to) {
    const found = findItem(list, id, holder);
    if (found) return <ElementLink path={found.path}>{itemTitle(found.item)}</ElementLink>;
  }
  if (orElse === 'words') return <>{id}</>;
  return (
    <>
      {id} <FactText state="not-stated" text="(not described here)" />
    </>
  );
};

export interface ReferencesProps {
  readonly to: readonly ListName[];
  readonly ids: readonly string[];
  readonly orElse?: 'gap' | 'words';
}

export const References = ({ to, ids, orElse = 'gap' }: ReferencesProps) => (
  <>
    {ids.map((id, index) => (
      <Fragment key={id}>
        {index > 0 && ', '}
        <Reference to={to} id={id} orElse={orElse} />
      </Fragment>
    ))}
  </>
);
